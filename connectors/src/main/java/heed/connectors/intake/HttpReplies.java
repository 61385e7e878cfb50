package heed.connectors.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import heed.connectors.submission.Problem;
import heed.connectors.submission.Submission;
import heed.schemas.http.BodyException;
import heed.schemas.program.Programs;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Writes what the intake says to its clients, all of it JSON; to clients of FHIR in its words. */
final class HttpReplies {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addMixIn(Problem.class, WithoutWhatIsEmpty.class)
            .build();

    private HttpReplies() {}

    static void accepted(Context ctx, List<Submission> submissions) {
        ctx.status(202)
                .contentType("application/json")
                .result(json(Map.of(
                        "accepted",
                        submissions.stream().map(HttpReplies::accepted).toList())));
    }

    /** Says of a delivery what it brought; it may bring nothing. */
    static void delivered(Context ctx, List<Submission> submissions) {
        accepted(ctx, submissions);
        ctx.status(submissions.isEmpty() ? 200 : 202);
    }

    /** Says what became of a body of lines of which some were taken. */
    static void lines(Context ctx, Map<String, Object> counts) {
        ctx.status(202).contentType("application/json").result(json(counts));
    }

    /** Refuses a request, and counts that. */
    static void refused(Context ctx, IntakeObserver observer, Refusal refusal) {
        observer.refused(refusal.status());
        refused(ctx, refusal);
    }

    /**
     * Refuses a request for what its body, or the work with it, failed by.
     *
     * @throws CompletionException where that is a fault of ours
     */
    static void refusedBody(Context ctx, IntakeObserver observer, Throwable failure) {
        Throwable cause = BodyException.causeOf(failure);
        if (cause instanceof RefusedRequestException refused) {
            refused(ctx, observer, refused.refusal());
        } else if (cause instanceof BodyException body) {
            refused(ctx, observer, Refusal.of(body.kind()));
        } else {
            throw new CompletionException(cause);
        }
    }

    private static void refused(Context ctx, Refusal refusal) {
        if (!refusal.retryAfter().isZero()) {
            long seconds = refusal.retryAfter().plusMillis(999).toSeconds();
            ctx.header("Retry-After", Long.toString(seconds));
        }
        if (refusal.status() == 401) {
            ctx.header("WWW-Authenticate", Programs.CHALLENGE);
        }
        if (FhirReplies.isAskedIn(ctx)) {
            FhirReplies.refused(ctx, refusal);
        } else {
            problem(ctx, refusal);
        }
    }

    private static void problem(Context ctx, Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", refusal.title());
        body.put("status", refusal.status());
        body.put("detail", refusal.detail());
        body.putAll(refusal.extra());
        ctx.status(refusal.status()).contentType("application/problem+json").result(json(body));
    }

    static List<Map<String, String>> ids(List<Submission> submissions) {
        return submissions.stream().map(HttpReplies::id).toList();
    }

    private static Map<String, String> id(Submission one) {
        return Map.of("feedback_id", one.response().getFeedbackId());
    }

    private static Map<String, String> accepted(Submission one) {
        Map<String, String> accepted = new LinkedHashMap<>(id(one));
        one.words().refusal().ifPresent(why -> accepted.put("comment_refused", why));
        return accepted;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface WithoutWhatIsEmpty {}

    private static byte[] json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the intake cannot write its own answer", e);
        }
    }
}

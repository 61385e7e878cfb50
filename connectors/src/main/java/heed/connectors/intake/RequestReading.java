package heed.connectors.intake;

import heed.connectors.submission.SubmissionIds;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.ProgramKey;
import heed.schemas.name.Codes;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds how the submissions of one request are read: of which hospitals, and with which ids.
 *
 * @param reach which hospitals the key of the request is good for; nothing where nobody is asked for one
 * @param key its {@code Idempotency-Key} with whose it is
 */
record RequestReading(SubmissionReader submissions, RequestIds ids, Optional<KeyReach> reach, Optional<String> key) {

    /** Reads what a request says of itself. */
    static RequestReading of(
            Context ctx, Optional<ProgramKey> sender, SubmissionReader submissions, Supplier<UUID> newIds) {
        Optional<String> key = RequestIds.key(
                ctx.header("Idempotency-Key"), sender.map(ProgramKey::getKeyId).orElse(""));
        var ids = new RequestIds(key, newIds);
        SubmissionReader identified = submissions.identified(new SubmissionIds(ids, source(ctx)));
        Optional<KeyReach> reach = sender.map(KeyReach::new);
        return new RequestReading(
                reach.map(each -> identified.within(each, KeyReach.OTHERWISE)).orElse(identified), ids, reach, key);
    }

    /** Tells whether anything was of a hospital that the key is not good for. */
    boolean isBeyondKey() {
        return reach.filter(KeyReach::isExceeded).isPresent();
    }

    /** Returns who a request says that its ids are of. */
    static Optional<String> source(Context ctx) {
        @Nullable String source = ctx.queryParam("source");
        if (source != null && !Codes.isCode(source)) {
            throw new RefusedRequestException(Refusal.parameter("source must be a code: text that matches "
                    + Codes.PATTERN + ", the name of what the ids are from."));
        }
        return Optional.ofNullable(source);
    }

    /** Refuses a request that is asked for by more than {@code known}. */
    static void requireOnly(Context ctx, List<String> known) {
        if (!known.containsAll(ctx.queryParamMap().keySet())) {
            throw new RefusedRequestException(Refusal.parameter("What may stand behind the question mark here is "
                    + String.join(", ", new TreeSet<>(known)) + "."));
        }
    }
}

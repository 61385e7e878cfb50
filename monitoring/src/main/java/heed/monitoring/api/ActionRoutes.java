package heed.monitoring.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.access.SignedIn;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.NotRecordedException;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.web.OwnOrigin;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.SmallBody;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what people do about a drop from programs. What is wrong with an act is said without repeating any of it. */
final class ActionRoutes implements Routes {

    private static final String JSON = "application/json";
    private static final String ID = "action_id";
    private static final List<String> FIELDS = List.of("kind", "who", "text", "assignee", ID);

    private final ViewedModels models;
    private final ActionDesk desk;
    private final Replies replies;
    private final ObjectMapper json = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    ActionRoutes(ViewedModels models, ActionDesk desk, Replies replies) {
        this.models = models;
        this.desk = desk;
        this.replies = replies;
    }

    private record Recorded(String actionId) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/drops/{id}/actions", this::act, Rule.of(Right.ACTS));
    }

    private void act(Context ctx) throws IOException, InterruptedException {
        Parameters.none(ctx);
        ViewedModel model = models.of(ctx);
        Snapshot snapshot = model.snapshot();
        Drop drop = ActionDesk.open(snapshot, ctx.pathParam("id"))
                .orElseThrow(() -> ProblemException.notFound("No drop of that id can be acted on."));
        JsonNode body = body(ctx);
        var draft = new ActionDraft(words(body, "kind"), who(ctx, body), words(body, "assignee"), words(body, "text"));
        Map<ActionDraft.Field, String> problems = draft.problems(models.whoSee(drop));
        problems.forEach((field, problem) -> {
            throw ProblemException.badRequest(field.name().toLowerCase(Locale.ROOT) + ": " + advice(field, problem));
        });
        String id = id(body);
        if (ActionDesk.isTaken(snapshot, drop, draft, id)) {
            throw ProblemException.of(HttpStatus.CONFLICT, "Another act of this drop has that action_id.");
        }
        try {
            desk.record(model, drop, draft, id);
        } catch (NotRecordedException e) {
            throw ProblemException.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The log that keeps acts does not answer. Send it again under the same action_id: it counts once.");
        }
        ctx.status(HttpStatus.CREATED);
        replies.send(ctx, model.snapshot(), new Recorded(id));
    }

    private String who(Context ctx, JsonNode body) {
        String given = words(body, "who");
        Optional<SignedIn> person = models.person(ctx);
        if (person.isPresent() && !given.isEmpty()) {
            throw ProblemException.badRequest("who: is whoever is signed in. Leave it out.");
        }
        return person.map(SignedIn::called).orElse(given);
    }

    private static String advice(ActionDraft.Field field, String problem) {
        return field == ActionDraft.Field.KIND ? "must be one of " + ActionDraft.KINDS + "." : problem;
    }

    private JsonNode body(Context ctx) throws IOException {
        if (!OwnOrigin.sent(ctx)) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "A page elsewhere made a browser send this.");
        }
        if (!SmallBody.isOf(JSON, ctx)) {
            throw ProblemException.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send " + JSON + ".");
        }
        String body = SmallBody.read(ctx)
                .orElseThrow(() -> ProblemException.of(
                        HttpStatus.CONTENT_TOO_LARGE, "An act has " + SmallBody.MOST_BYTES + " bytes at most."));
        try {
            JsonNode read = json.readTree(body);
            if (read != null && read.isObject()) {
                return known(read);
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("This is not JSON.");
        }
        throw ProblemException.badRequest("This is not a JSON object.");
    }

    private static JsonNode known(JsonNode body) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                throw ProblemException.badRequest(
                        "An act has the fields " + String.join(", ", FIELDS) + " and no others.");
            }
        }
        return body;
    }

    private static String words(JsonNode body, String name) {
        return Objects.requireNonNullElse(text(body, name), "");
    }

    /** Returns the text of a field; null where there is none. */
    private static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        throw ProblemException.badRequest(name + " must be a text.");
    }

    private static String id(JsonNode body) {
        String given = text(body, ID);
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        try {
            if (UUID.fromString(given).toString().equals(given)) {
                return given;
            }
        } catch (IllegalArgumentException e) {
            throw notAnId();
        }
        throw notAnId();
    }

    private static ProblemException notAnId() {
        return ProblemException.badRequest(ID + " must be a UUID in its canonical form, with small letters.");
    }
}

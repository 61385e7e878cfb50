package heed.monitoring.page.drop;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.NotRecordedException;
import heed.monitoring.page.Form;
import heed.monitoring.page.FormBody;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.RefusedPage;
import heed.monitoring.page.RememberedName;
import heed.monitoring.page.SeenIt;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.Paths;
import heed.monitoring.web.OwnOrigin;
import heed.monitoring.web.SmallBody;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes what people do about a drop: a form is sent, the act is recorded, the browser is sent back to the drop. */
public final class DropForm implements Form {

    private static final RefusedPage REFUSED = new RefusedPage(Layout.Section.DROPS, "/drops", "All drops");
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final DropPage page;
    private final ActionDesk desk;

    /** Takes the page that the form is on, and who records what is sent. */
    public DropForm(DropPage page, ActionDesk desk) {
        this.page = page;
        this.desk = desk;
    }

    @Override
    public String path() {
        return DropPage.PATH;
    }

    @Override
    public Right right() {
        return Right.ACTS;
    }

    @Override
    public Optional<Layout.Content> take(Context sent, ViewedModel model, PageReader reader)
            throws IOException, InterruptedException {
        Optional<Drop> drop = ActionDesk.open(model.snapshot(), sent.pathParam("id"));
        if (drop.isEmpty()) {
            sent.status(HttpStatus.NOT_FOUND);
            return Optional.empty();
        }
        if (!OwnOrigin.sent(sent)) {
            return refused(
                    sent,
                    HttpStatus.FORBIDDEN,
                    "This was not sent from a page of Heed. Open the drop here and send it again.");
        }
        if (!SmallBody.isOf(TYPE, sent)) {
            return refused(sent, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send this as a form does: " + TYPE + ".");
        }
        Optional<String> body = SmallBody.read(sent);
        if (body.isEmpty()) {
            return refused(sent, HttpStatus.CONTENT_TOO_LARGE, "This is far longer than an act can be. Shorten it.");
        }
        Map<String, String> fields;
        try {
            fields = FormBody.fields(body.get());
        } catch (IllegalArgumentException e) {
            return refused(
                    sent,
                    HttpStatus.BAD_REQUEST,
                    "This is not what a form sends. Open the drop here and send it again.");
        }
        return act(sent, model, reader, drop.get(), fields);
    }

    private static Optional<Layout.Content> refused(Context sent, HttpStatus status, String words) {
        sent.status(status);
        return Optional.of(REFUSED.write(words));
    }

    private Optional<Layout.Content> act(
            Context sent, ViewedModel model, PageReader reader, Drop drop, Map<String, String> fields)
            throws InterruptedException {
        var draft = new ActionDraft(
                fields.getOrDefault(SeenIt.name(ActionDraft.Field.KIND), ""),
                reader.called().orElseGet(() -> fields.getOrDefault(SeenIt.name(ActionDraft.Field.WHO), "")),
                fields.getOrDefault(SeenIt.name(ActionDraft.Field.ASSIGNEE), ""),
                fields.getOrDefault(SeenIt.name(ActionDraft.Field.TEXT), ""));
        String form = Objects.requireNonNullElseGet(fields.get(SeenIt.FORM), SeenIt::newForm);
        Map<ActionDraft.Field, String> problems = draft.problems(reader.whoSee().apply(drop));
        if (!problems.isEmpty()) {
            sent.status(HttpStatus.UNPROCESSABLE_CONTENT);
            return again(model, drop, new ActionForm(reader, form, draft, problems, ""));
        }
        try {
            desk.record(model, drop, draft, draft.idIn(form));
            if (reader.called().isEmpty()) {
                RememberedName.keep(sent, draft.who());
            }
            sent.header("Cache-Control", "no-store").redirect(Paths.drop(drop) + "#timeline", HttpStatus.SEE_OTHER);
            return Optional.empty();
        } catch (NotRecordedException e) {
            sent.status(HttpStatus.SERVICE_UNAVAILABLE);
            String trouble =
                    "The log that keeps it does not answer. What you typed is still here: send it again in a moment."
                            + " It counts once, however often it is sent.";
            return again(model, drop, new ActionForm(reader, form, draft, Map.of(), trouble));
        }
    }

    private Optional<Layout.Content> again(ViewedModel model, Drop drop, ActionForm form) {
        return Optional.of(page.write(drop, model.snapshot(), Optional.of(form)).still());
    }
}

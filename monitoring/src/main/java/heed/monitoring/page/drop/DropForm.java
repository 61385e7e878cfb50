package heed.monitoring.page.drop;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.NotRecordedException;
import heed.monitoring.page.Form;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.RefusedPage;
import heed.monitoring.page.RememberedName;
import heed.monitoring.page.SeenIt;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.Paths;
import heed.monitoring.web.OwnForm;
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
        try {
            return act(sent, model, reader, drop.get(), OwnForm.fields(sent));
        } catch (OwnForm.RefusedException e) {
            sent.status(e.refusal().status());
            return Optional.of(REFUSED.write(e.refusal().words("an act", "Open the drop here and send it again.")));
        }
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

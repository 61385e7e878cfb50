package heed.monitoring.page.drop;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.NotRecordedException;
import heed.monitoring.actions.OwnOrigin;
import heed.monitoring.actions.SmallBody;
import heed.monitoring.page.Layout;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.Words;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Shows a drop, and takes what people do about it: a form is sent, the act is recorded, the browser is sent back to the drop. */
public final class DropEndpoint {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STILL = "still";

    private final ViewedModels models;
    private final Names names;
    private final ActionDesk desk;
    private final Sender sender;

    /** Sends a page. */
    public interface Sender {
        void send(Context ctx, Layout.Content content, Snapshot snapshot);
    }

    public DropEndpoint(ViewedModels models, Names names, ActionDesk desk, Sender sender) {
        this.models = models;
        this.names = names;
        this.desk = desk;
        this.sender = sender;
    }

    public void show(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        Optional.ofNullable(snapshot.known().get(ctx.pathParam("id")))
                .ifPresentOrElse(drop -> show(ctx, drop, snapshot), () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void show(Context ctx, Drop drop, Snapshot snapshot) {
        ActForm form = ActForm.fresh(newId(), RememberedName.of(ctx));
        Layout.Content content = page(drop, snapshot, form);
        sender.send(ctx, ctx.queryParam(STILL) == null ? content : content.still(), snapshot);
    }

    private Layout.Content page(Drop drop, Snapshot snapshot, ActForm form) {
        return new DropPage(names, models.disclosure().minimum()).write(drop, snapshot, form);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    public void act(Context ctx) throws IOException, InterruptedException {
        Optional<Drop> drop = ActionDesk.open(models.of(ctx).snapshot(), ctx.pathParam("id"));
        if (drop.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
        } else if (!OwnOrigin.sent(ctx)) {
            refuse(
                    ctx,
                    HttpStatus.FORBIDDEN,
                    "This was not sent from a page of Heed. Open the drop here and send it again.");
        } else if (!SmallBody.isOf(FORM, ctx)) {
            refuse(ctx, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send this as a form does: " + FORM + ".");
        } else {
            Optional<String> body = SmallBody.read(ctx);
            if (body.isEmpty()) {
                refuse(ctx, HttpStatus.CONTENT_TOO_LARGE, "This is far longer than an act can be. Shorten it.");
            } else {
                act(ctx, drop.get(), body.get());
            }
        }
    }

    private void refuse(Context ctx, HttpStatus status, String words) {
        ctx.status(status);
        sender.send(ctx, RefusedPage.write(words), models.of(ctx).snapshot());
    }

    private void act(Context ctx, Drop drop, String body) throws InterruptedException {
        Map<String, String> fields;
        try {
            fields = FormBody.fields(body);
        } catch (IllegalArgumentException e) {
            refuse(ctx, HttpStatus.BAD_REQUEST, "This is not what a form sends. Open the drop here and send it again.");
            return;
        }
        act(ctx, drop, fields);
    }

    private void act(Context ctx, Drop drop, Map<String, String> fields) throws InterruptedException {
        var draft = new ActionDraft(
                fields.get(ActForm.name(ActionDraft.Field.KIND)),
                fields.get(ActForm.name(ActionDraft.Field.WHO)),
                fields.get(ActForm.name(ActionDraft.Field.ASSIGNEE)),
                fields.get(ActForm.name(ActionDraft.Field.TEXT)));
        String form = Objects.requireNonNullElseGet(fields.get(ActForm.ID), DropEndpoint::newId);
        if (!draft.problems().isEmpty()) {
            again(ctx, drop, HttpStatus.UNPROCESSABLE_CONTENT, new ActForm(form, draft, draft.problems(), ""));
            return;
        }
        try {
            desk.record(models.of(ctx), drop, draft, draft.idIn(form));
            RememberedName.keep(ctx, draft.who());
            ctx.header("Cache-Control", "no-store").redirect(Words.dropPath(drop) + "#timeline", HttpStatus.SEE_OTHER);
        } catch (NotRecordedException e) {
            again(
                    ctx,
                    drop,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    new ActForm(
                            form,
                            draft,
                            Map.of(),
                            "The log that keeps it does not answer. What you typed is still here: send it again in a moment."
                                    + " It counts once, however often it is sent."));
        }
    }

    private void again(Context ctx, Drop drop, HttpStatus status, ActForm form) {
        ctx.status(status);
        Snapshot snapshot = models.of(ctx).snapshot();
        sender.send(ctx, page(drop, snapshot, form).still(), snapshot);
    }
}

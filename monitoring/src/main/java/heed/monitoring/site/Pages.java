package heed.monitoring.site;

import heed.monitoring.page.Form;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NotFoundPage;
import heed.monitoring.page.OtherNamePage;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.UnsealedPage;
import heed.monitoring.page.access.Seal;
import heed.monitoring.page.access.SignInRoutes;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.monitoring.web.Endpoints;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers people, at every address that nobody else owns: each page in the frame that all share, as the request's
 * viewer sees it.
 */
final class Pages implements Endpoints {

    private final List<Page> pages;
    private final List<Form> forms;
    private final Layout frame;
    private final ViewedModels models;
    private final Function<Snapshot, LiveStatus> status;

    Pages(
            List<Page> pages,
            List<Form> forms,
            Layout frame,
            ViewedModels models,
            Function<Snapshot, LiveStatus> status) {
        this.pages = pages;
        this.forms = forms;
        this.frame = frame;
        this.models = models;
        this.status = status;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        pages.forEach(page -> routes.get(page.path(), ctx -> show(page, ctx), Rule.anyOf(page.rights())));
        forms.forEach(form -> routes.post(form.path(), ctx -> take(form, ctx), Rule.of(form.right())));
    }

    @Override
    public boolean owns(String path) {
        return true;
    }

    private void show(Page page, Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        page.write(PageRequest.of(ctx, reader(ctx)), snapshot)
                .ifPresentOrElse(
                        content -> {
                            if (content.answer() == Layout.Answer.REFUSED) {
                                ctx.status(HttpStatus.BAD_REQUEST);
                            }
                            send(ctx, content, snapshot);
                        },
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void take(Form form, Context ctx) throws IOException, InterruptedException {
        ViewedModel model = models.of(ctx);
        PageReader reader = reader(ctx);
        if (!Seal.isOf(reader, ctx)) {
            ctx.status(HttpStatus.FORBIDDEN);
            send(ctx, UnsealedPage.write(), model.snapshot());
            return;
        }
        form.take(ctx, model, reader).ifPresent(content -> send(ctx, content, model.snapshot()));
    }

    private PageReader reader(Context ctx) {
        return models.person(ctx)
                .map(who -> new PageReader(
                        right -> models.may(right, ctx),
                        Optional.of(who.called()),
                        who.seal(),
                        models::whoSee,
                        () -> models.comments(ctx)))
                .orElseGet(() -> PageReader.unnamed(right -> models.may(right, ctx), () -> models.comments(ctx)));
    }

    private void send(Context ctx, Layout.Content content, Snapshot snapshot) {
        ctx.header("Cache-Control", "no-store");
        ctx.html(frame.page(content, snapshot, status.apply(snapshot), reader(ctx)));
    }

    @Override
    public void answerNotFound(Context ctx) {
        if (SignInRoutes.leadToPassword(ctx, models.person(ctx))) {
            return;
        }
        send(ctx, NotFoundPage.write(), models.of(ctx).snapshot());
    }

    @Override
    public void askWho(Context ctx) {
        SignInRoutes.askWho(ctx);
    }

    @Override
    public void askToWait(Context ctx) {
        ctx.header("Cache-Control", "no-store")
                .contentType("text/plain; charset=utf-8")
                .result("This key has made all its requests of this minute.");
    }

    @Override
    public void answerOtherMethod(Context ctx, String allowed) {
        ctx.header("Cache-Control", "no-store")
                .contentType("text/plain; charset=utf-8")
                .result("This is answered to " + allowed + ".");
    }

    @Override
    public void refuseName(Context ctx, String words) {
        ctx.status(HttpStatus.MISDIRECTED_REQUEST)
                .header("Cache-Control", "no-store")
                .html(OtherNamePage.write(words));
    }
}

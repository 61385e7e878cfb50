package heed.monitoring.site;

import heed.monitoring.page.Form;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NotFoundPage;
import heed.monitoring.page.OtherNamePage;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.Printed;
import heed.monitoring.page.UnsealedPage;
import heed.monitoring.page.access.Leading;
import heed.monitoring.page.access.Seal;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.monitoring.web.AskedLanguage;
import heed.monitoring.web.Endpoints;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.access.Right;
import heed.schemas.listen.AskedHosts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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
    private final Clock clock;

    Pages(
            List<Page> pages,
            List<Form> forms,
            Layout frame,
            ViewedModels models,
            Function<Snapshot, LiveStatus> status,
            Clock clock) {
        this.pages = pages;
        this.forms = forms;
        this.frame = frame;
        this.models = models;
        this.status = status;
        this.clock = clock;
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
        page.write(PageRequest.of(ctx, reader(ctx, page)), snapshot)
                .ifPresentOrElse(content -> send(ctx, content, snapshot), () -> ctx.status(HttpStatus.NOT_FOUND));
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
        return reader(ctx, () -> models.comments(ctx));
    }

    /**
     * Reading a page of comments was noted when its address was asked for; one that tells of them beside others is
     * noted when it does.
     */
    private PageReader reader(Context ctx, Page page) {
        return reader(
                ctx,
                page.right() == Right.COMMENTS
                        ? () -> models.comments(ctx)
                        : () -> models.commentsBeside(page.path(), ctx));
    }

    private PageReader reader(Context ctx, Supplier<SeenComments> comments) {
        return models.person(ctx)
                .map(who -> new PageReader(
                        right -> models.may(right, ctx),
                        Optional.of(who.account().getName()),
                        Optional.of(who.called()),
                        who.seal(),
                        models::whoSee,
                        who.rights().map(rights -> rights.scope().places()).orElse(Set.of()),
                        comments))
                .orElseGet(() -> PageReader.unnamed(right -> models.may(right, ctx), comments));
    }

    private void send(Context ctx, Layout.Content content, Snapshot snapshot) {
        if (content.answer() == Layout.Answer.REFUSED) {
            ctx.status(HttpStatus.BAD_REQUEST);
        }
        ctx.header("Cache-Control", "no-store");
        ctx.html(frame.page(
                content, snapshot, status.apply(snapshot), reader(ctx), printed(ctx), AskedLanguage.of(ctx)));
    }

    /** What was not found has no address, and what somebody sent is not at one. */
    private Optional<Printed> printed(Context ctx) {
        if (!ctx.method().equals(HandlerType.GET) || ctx.statusCode() != HttpStatus.OK.getCode()) {
            return Optional.empty();
        }
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        return AskedHosts.outermost(ctx.req())
                .map(host -> new Printed(ctx.scheme() + "://" + host + ctx.path() + query, clock.instant()));
    }

    @Override
    public void answerNotFound(Context ctx) {
        if (Leading.toWhatIsMissing(ctx, models.person(ctx))) {
            return;
        }
        send(ctx, NotFoundPage.write(), models.of(ctx).snapshot());
    }

    @Override
    public void askWho(Context ctx) {
        Leading.askWho(ctx);
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
                .html(OtherNamePage.write(words, AskedLanguage.of(ctx)));
    }
}

package heed.monitoring.site;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.meters.Meters;
import heed.monitoring.page.Cards;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NotFoundPage;
import heed.monitoring.page.drop.DropEndpoint;
import heed.monitoring.page.drop.DropsPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.league.LeaguePage;
import heed.monitoring.page.league.LeaguesPage;
import heed.monitoring.page.league.OverallPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.page.pipeline.PipelinePage;
import heed.monitoring.page.spc.SpcPage;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.monitoring.view.pipeline.PipelineState;
import heed.monitoring.view.spc.SpcQuery;
import heed.monitoring.web.Assets;
import heed.monitoring.web.Endpoints;
import heed.monitoring.web.EventStreams;
import heed.monitoring.web.Health;
import heed.monitoring.web.OwnName;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.Scrape;
import heed.monitoring.web.SecurityHeaders;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Drop;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.http.BoundedStop;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Serves the live page, the metrics and the health of the pipeline, to readers on the network that its settings name. Shows
 * committed results only: all it knows of them is what the read model hands out for its viewer.
 */
public final class PageServer implements AutoCloseable {

    private final ViewedModels models;
    private final Supplier<ReaderStatus> reader;
    private final PipelineStatus pipeline;
    private final PipelineParts parts;
    private final PageSettings settings;
    private final Clock clock;
    private final Endpoints api;
    private final Names names;
    private final Layout layout;
    private final EventStreams streams;
    private final Health health;
    private final Scrape scrape;
    private final DropEndpoint drop;
    private final Javalin server;

    /** Takes everything that a page is made of; nothing listens before {@link #start}. */
    public PageServer(
            PageSettings settings,
            ViewedModels models,
            Supplier<ReaderStatus> reader,
            PipelineStatus pipeline,
            PipelineParts parts,
            Meters meters,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            ActionDesk desk,
            Endpoints api,
            Clock clock) {
        this.settings = settings;
        this.models = models;
        this.reader = reader;
        this.pipeline = pipeline;
        this.parts = parts;
        this.clock = clock;
        this.api = api;
        this.names = new Names(hospitals, questionnaires);
        this.layout = new Layout(names, settings.notice(), models.disclosure());
        Function<Drop, String> title = new Cards(names)::title;
        this.streams = new EventStreams(models, this::status, title, settings.maximumStreams());
        this.health = new Health(pipeline, reader, clock);
        this.scrape = new Scrape(meters);
        this.drop = new DropEndpoint(models, names, desk, this::send);
        meters.bindStreamsOpen(streams::open);
        this.server = Javalin.create(this::configure);
    }

    /** Starts to listen and returns the port. */
    public int start() {
        return server.start(settings.host(), settings.port()).port();
    }

    @Override
    public void close() {
        streams.close();
        BoundedStop.of("page", server::stop);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = 1024;
        config.routes.before(SecurityHeaders::add);
        config.routes.before(new OwnName(settings, api)::check);
        config.routes.get("/", this::overview);
        config.routes.get("/hospitals/{code}", this::hospital);
        config.routes.get("/hospitals/{code}/spc", this::spc);
        config.routes.get("/drops", this::drops);
        config.routes.get("/drops/{id}", drop::show);
        config.routes.post("/drops/{id}", drop::act);
        config.routes.get("/league", this::leagues);
        config.routes.get("/league/{measure}", this::league);
        config.routes.get("/league/{questionnaire}/overall", this::overall);
        config.routes.get("/pipeline", this::pipeline);
        config.routes.get("/events", streams::serve);
        config.routes.get("/assets/{name}", Assets::serve);
        config.routes.get("/metrics", scrape::serve);
        config.routes.get("/health/live", health::live);
        config.routes.get("/health/ready", health::ready);
        config.routes.error(404, this::notFound);
        api.addTo(config.routes);
    }

    private void overview(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        send(ctx, new OverviewPage(names).write(snapshot, OverviewQuery.of(ctx::queryParam)), snapshot);
    }

    private void hospital(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        Optional<HospitalFigures> figures =
                Optional.ofNullable(snapshot.hospitals().get(ctx.pathParam("code")));
        if (figures.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
            return;
        }
        var query = new HospitalPage.Query(ctx.queryParam("unit"), ctx.queryParam("measure"));
        send(ctx, new HospitalPage(names).write(figures.get(), snapshot, query), snapshot);
    }

    private void spc(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        SpcQuery query = SpcQuery.of(ctx::queryParam);
        Optional.ofNullable(snapshot.hospitals().get(ctx.pathParam("code")))
                .filter(query::isWithin)
                .ifPresentOrElse(
                        figures -> send(ctx, new SpcPage(names).write(figures, snapshot, query), snapshot),
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void drops(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        send(ctx, new DropsPage(names).write(snapshot), snapshot);
    }

    private void leagues(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        send(ctx, new LeaguesPage(names).write(snapshot.leagues()), snapshot);
    }

    private void league(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        Leagues leagues = snapshot.leagues();
        asked(ctx, leagues.measures().get(ctx.pathParam("measure")))
                .ifPresentOrElse(
                        each -> send(ctx, new LeaguePage(names).write(each, leagues), snapshot),
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void overall(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        Leagues leagues = snapshot.leagues();
        asked(ctx, leagues.questionnaires().get(ctx.pathParam("questionnaire")))
                .ifPresentOrElse(
                        each -> send(ctx, new OverallPage(names).write(each, leagues), snapshot),
                        () -> ctx.status(HttpStatus.NOT_FOUND));
    }

    private void pipeline(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        PipelineState state = state();
        send(ctx, new PipelinePage(names, parts::partitionOf).write(state, snapshot), snapshot);
    }

    /** Returns the month that the reader asked for, else the newest; nothing where there is none. */
    private static <R> Optional<Comparison<R>> asked(Context ctx, NavigableMap<String, Comparison<R>> months) {
        String month = ctx.queryParam("month");
        if (months == null) {
            return Optional.empty();
        }
        return month == null ? Leagues.newest(months) : Optional.ofNullable(months.get(month));
    }

    private void notFound(Context ctx) {
        if (api.owns(ctx.path())) {
            return;
        }
        Snapshot snapshot = models.of(ctx).snapshot();
        send(ctx, NotFoundPage.write(), snapshot);
    }

    private void send(Context ctx, Layout.Content content, Snapshot snapshot) {
        ctx.header("Cache-Control", "no-store");
        ctx.html(layout.page(content, snapshot, status(snapshot)));
    }

    private PipelineState state() {
        return new PipelineState(pipeline.current(), reader.get(), parts.current(), clock.instant());
    }

    private LiveStatus status(Snapshot snapshot) {
        PipelineState now = state();
        return LiveStatus.of(now.status(), now.reader(), snapshot, now.now(), names.zone())
                .because(now.troubles().stream().findFirst());
    }
}

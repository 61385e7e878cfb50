package heed.monitoring.site;

import heed.monitoring.actions.ActionDesk;
import heed.monitoring.api.Api;
import heed.monitoring.meters.Meters;
import heed.monitoring.page.Form;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.comments.DropCommentsPage;
import heed.monitoring.page.comments.HospitalCommentsPage;
import heed.monitoring.page.drop.DropForm;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.drop.DropsPage;
import heed.monitoring.page.drop.HospitalDropPage;
import heed.monitoring.page.follow.FollowForm;
import heed.monitoring.page.help.HelpPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.hospital.WardPage;
import heed.monitoring.page.league.LeaguePage;
import heed.monitoring.page.league.LeaguesPage;
import heed.monitoring.page.league.OverallPage;
import heed.monitoring.page.many.ManyWardsPage;
import heed.monitoring.page.notes.NotesForm;
import heed.monitoring.page.notes.NotesPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.page.pipeline.PipelinePage;
import heed.monitoring.page.report.ReportPage;
import heed.monitoring.page.runbook.ManualPage;
import heed.monitoring.page.spc.SpcPage;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Assets;
import heed.monitoring.web.EventStreams;
import heed.monitoring.web.Guard;
import heed.monitoring.web.Health;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.Scrape;
import heed.monitoring.web.SmallBody;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.WebServer;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.FalseShare;
import heed.schemas.http.BodyReader;
import heed.schemas.key.SeriesKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Serves the pages, the API, the metrics and the health of the pipeline. Shows committed results only: all it knows of
 * them is what the read model hands out for a request's viewer.
 */
public final class Site implements AutoCloseable {

    private final Names names;
    private final PipelineSources pipeline;
    private final EventStreams streams;
    private final WebServer server;

    /** Takes everything that pages and answers are made of; nothing listens before {@link #start}. */
    public Site(
            PageSettings settings,
            ViewedModels models,
            Names names,
            PipelineSources pipeline,
            ActionDesk desk,
            Meters meters) {
        this(settings, models, names, pipeline, desk, meters, SmallBody.reader(), Additions.NONE);
    }

    /** Takes also what is answered beside: where people say who they are, if they have to. */
    public Site(
            PageSettings settings,
            ViewedModels models,
            Names names,
            PipelineSources pipeline,
            ActionDesk desk,
            Meters meters,
            Additions beside) {
        this(settings, models, names, pipeline, desk, meters, SmallBody.reader(), beside);
    }

    /** Takes also what reads the bodies that requests bring along, and what is answered beside. */
    Site(
            PageSettings settings,
            ViewedModels models,
            Names names,
            PipelineSources pipeline,
            ActionDesk desk,
            Meters meters,
            BodyReader bodies,
            Additions beside) {
        this.names = names;
        this.pipeline = pipeline.told(models.disclosure());
        this.streams = new EventStreams(
                models,
                this::status,
                drop -> names.line(SeriesKey.of(drop)),
                settings.maximumStreams(),
                meters::streamTurnedAway);
        meters.bindStreamsOpen(streams::open);
        var drop = new DropPage(names, this.pipeline, models.disclosure().minimum());
        var notes = new NotesPage(names, desk.limits());
        List<Page> own = pages(names, drop, notes, this.pipeline, settings.listFalseShare(), models.disclosure());
        var frame = new Layout(names, settings.notice(), models.disclosure());
        var health = new Health(pipeline.status(), pipeline.parts(), pipeline.reader(), pipeline.clock());
        this.server = new WebServer(
                settings,
                List.of(
                        new Api(models, names, desk, this.pipeline, settings.listFalseShare()),
                        new Pages(
                                all(own, beside.pages()),
                                all(forms(drop, notes, desk), beside.forms()),
                                frame,
                                models,
                                this::status,
                                pipeline.clock())),
                Stream.concat(Stream.of(streams, new Assets(), new Scrape(meters), health), beside.routes().stream())
                        .toList(),
                bodies,
                models);
    }

    /** Lists the pages. */
    static List<Page> pages(
            Names names,
            DropPage drop,
            NotesPage notes,
            PipelineSources pipeline,
            FalseShare listed,
            Disclosure disclosure) {
        List<Page> pages = List.of(
                new OverviewPage(names, pipeline),
                new HospitalPage(names, pipeline),
                new WardPage(names, pipeline),
                notes,
                new SpcPage(names),
                new ReportPage(names, pipeline, disclosure),
                new DropsPage(names, pipeline),
                drop,
                new HospitalDropPage(drop),
                new HospitalCommentsPage(names, disclosure),
                new DropCommentsPage(names, disclosure),
                new ManyWardsPage(names, pipeline, listed),
                new LeaguesPage(names),
                new LeaguePage(names),
                new OverallPage(names),
                new PipelinePage(names, pipeline),
                new HelpPage());
        return Stream.concat(pages.stream(), ManualPage.all().stream()).toList();
    }

    private static <T> List<T> all(List<T> own, List<T> beside) {
        return Stream.concat(own.stream(), beside.stream()).toList();
    }

    /** Lists what people send from pages. */
    private static List<Form> forms(DropPage drop, NotesPage notes, ActionDesk desk) {
        return List.of(new DropForm(drop, desk), new NotesForm(notes, desk), new FollowForm());
    }

    private LiveStatus status(Snapshot snapshot) {
        return pipeline.live(snapshot, names.zone());
    }

    /** Returns every address that is answered, and who may use it. */
    List<Guard.Guarded> guarded() {
        return server.guarded();
    }

    /** Starts to listen and returns the port. */
    public int start() {
        return server.start();
    }

    @Override
    public void close() {
        streams.close();
        server.close();
    }
}

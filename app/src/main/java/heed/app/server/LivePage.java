package heed.app.server;

import heed.app.server.instance.HeapUse;
import heed.app.server.pipeline.RunningPipeline;
import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.connectors.notify.Stands;
import heed.connectors.theme.ThemeModel;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionWriter;
import heed.monitoring.actions.NoteLimits;
import heed.monitoring.meters.Meters;
import heed.monitoring.page.access.MailStop;
import heed.monitoring.page.access.UnsubscribeRoutes;
import heed.monitoring.page.admin.Administration;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.site.Additions;
import heed.monitoring.site.Site;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.Routes;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import heed.schemas.reader.Destination;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;

/** Runs the live page, the metrics and the health checks, fed by committed records. */
final class LivePage implements AutoCloseable {

    private final StartedParts parts;
    private final Meters meters;
    private final Stands stands;
    private final URI url;

    private LivePage(
            StartedParts parts,
            Installation installation,
            ReadyServers servers,
            String notice,
            RunningPipeline pipeline,
            ActionWriter actions,
            Optional<People> people,
            Optional<MailStop> stop,
            Reached reached,
            Clock clock) {
        this.parts = parts;
        Settings settings = installation.settings();
        var disclosure = settings.disclosure();
        var model = new ReadModel(clock, disclosure);
        var reader = parts.add(reader("heed-page", servers, model, clock));
        reader.start();
        meters = parts.add(new Meters(disclosure, settings.shown().metricLines()));
        bind(meters, pipeline, settings);
        reached.bindTo(meters);
        meters.bindReadModel(model, installation.hospitals(), reader::status);
        Settings.Listener listener = settings.page();
        people.ifPresent(each -> each.countLost(meters.bindAudit()));
        var seen = new ViewedModels(
                model,
                people.map(People::viewers).orElseGet(Viewers::everything),
                comments(parts, settings, servers, clock));
        var names = new Names(installation.hospitals(), installation.questionnaires());
        var sources = new PipelineSources(pipeline.health(), reader::status, pipeline.parts(servers.contact()), clock);
        stands = new StandsOnPage(model, names, sources::known);
        var site = parts.add(new Site(
                pageSettings(settings, reached, notice),
                seen,
                names,
                sources,
                desk(settings, actions, meters, clock),
                meters,
                additions(people, stop, seen, installation)));
        int port = Ports.open("page", listener, site::start);
        this.url = URI.create(reached.page().scheme() + "://" + listener.host() + ":" + port + "/");
        bindAlerts(meters, model, installation, url);
    }

    private static PageSettings pageSettings(Settings settings, Reached reached, String notice) {
        Settings.Listener listener = settings.page();
        return new PageSettings(
                listener.host(),
                listener.port(),
                listener.allNames(),
                reached.page(),
                notice,
                settings.watch().listFalseShare(),
                settings.shown().streams());
    }

    private static ActionDesk desk(Settings settings, ActionWriter actions, Meters meters, Clock clock) {
        Settings.Notes notes = settings.notes();
        return new ActionDesk(actions, meters.bindActions(), clock, new NoteLimits(notes.longest(), notes.most()));
    }

    /** Returns what is answered beside: where nobody has to say who they are, there is nobody to administer. */
    private static Additions additions(
            Optional<People> people, Optional<MailStop> stop, ViewedModels seen, Installation installation) {
        Optional<Administration> administration = people.map(each -> each.administration(installation));
        List<Routes> routes = new ArrayList<>();
        people.ifPresent(each -> routes.add(each.signIn(seen)));
        stop.ifPresent(each -> routes.add(new UnsubscribeRoutes(each)));
        administration.ifPresent(each -> routes.addAll(each.files()));
        return new Additions(
                routes,
                administration.map(Administration::pages).orElse(List.of()),
                administration.map(each -> each.forms(seen)).orElse(List.of()));
    }

    /** Lets alerts link to where people reach the page. */
    private static void bindAlerts(Meters meters, ReadModel model, Installation installation, URI listening) {
        meters.bindAlerts(
                model,
                installation.hospitals(),
                installation.questionnaires(),
                installation.settings().page().publicUrl().orElse(listening));
    }

    /** Reads what patients wrote, unless it is only kept, and finds what it is about in the page's memory alone. */
    private static Optional<Supplier<HeldComments>> comments(
            StartedParts parts, Settings settings, ReadyServers servers, Clock clock) {
        if (!settings.comments().areShown()) {
            return Optional.empty();
        }
        ThemeModel model = ThemeModel.shipped();
        var comments = new ShownComments(
                clock, settings.comments().retention(), comment -> model.label(comment.getText(), comment.getLanguage())
                        .themes());
        parts.add(reader("heed-comments", servers, comments.destination(), clock))
                .start();
        return Optional.of(comments);
    }

    private static CommittedReader reader(String name, ReadyServers servers, Destination destination, Clock clock) {
        Map<String, Object> client = new HashMap<>(servers.client(Component.PAGE));
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
        return new CommittedReader(
                name + "-reader", CommittedConsumers.of(client), servers.serdes(), destination, clock);
    }

    /** Starts all of it, or leaves nothing running. */
    static LivePage start(
            Installation installation,
            ReadyServers servers,
            String notice,
            RunningPipeline pipeline,
            ActionWriter actions,
            Optional<People> people,
            Optional<MailStop> stop,
            Reached reached,
            Clock clock) {
        var parts = new StartedParts();
        try {
            return new LivePage(parts, installation, servers, notice, pipeline, actions, people, stop, reached, clock);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static void bind(Meters meters, RunningPipeline pipeline, Settings settings) {
        meters.bindTallies(pipeline.tallies());
        meters.bindPipeline(pipeline.health());
        meters.bindPipelineLag(pipeline.health()::lag);
        meters.bindState(pipeline.state());
        meters.bindKafka(pipeline.streams());
        meters.bindDataDirectory(settings.data());
        meters.bindHeap(() -> HeapUse.now().kept(), () -> HeapUse.now().most());
        meters.bindProcess();
    }

    /** Returns the meters that the page exposes. */
    Meters meters() {
        return meters;
    }

    /** Returns what messages of drops say beside the records, as the page says it. */
    Stands stands() {
        return stands;
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        parts.close();
    }
}

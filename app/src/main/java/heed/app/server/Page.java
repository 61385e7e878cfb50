package heed.app.server;

import heed.app.server.pipeline.PartsView;
import heed.app.server.pipeline.PipelineHealth;
import heed.app.server.pipeline.RegistryContact;
import heed.app.server.pipeline.RunningPipeline;
import heed.app.server.pipeline.StreamsView;
import heed.app.server.pipeline.TallyView;
import heed.app.settings.Settings;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.actions.ActionWriter;
import heed.monitoring.api.Api;
import heed.monitoring.meters.Meters;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.site.PageServer;
import heed.monitoring.view.Names;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import heed.schemas.serde.TopicSerdes;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** Runs the live page, the metrics and the health checks, fed by committed records. */
final class Page implements AutoCloseable {

    private final StartedParts parts = new StartedParts();
    private final Meters meters;
    private final URI url;

    private Page(
            Settings settings,
            String bootstrap,
            String notice,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            TopicSerdes serdes,
            RunningPipeline pipeline,
            RegistryContact registry,
            ActionWriter actions,
            Clock clock) {
        var disclosure =
                Disclosure.to(settings.audiences().page(), settings.audiences().minimums());
        var model = new ReadModel(clock, disclosure);
        var reader = parts.add(new CommittedReader(
                "heed-page-reader",
                CommittedConsumers.of(Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "heed-page")),
                serdes,
                model,
                clock));
        reader.start();
        var health = new PipelineHealth(() -> StreamsView.of(pipeline.streams()), clock);
        meters = parts.add(new Meters());
        var tallies = new TallyView(pipeline.tallies());
        meters.bindTallies(tallies);
        meters.bindReadModel(model, hospitals, reader::status);
        meters.bindPipeline(health);
        meters.bindPipelineLag(health::lag);
        meters.bindDataDirectory(settings.data());
        meters.bindProcess();
        meters.bindKafka(pipeline.streams());
        Settings.Listener listener = settings.page();
        var seen = new ViewedModels(model, Viewers.everything());
        var desk = new ActionDesk(actions, meters.bindActions(), clock);
        var view = new PartsView(
                pipeline,
                tallies,
                registry,
                settings.pipeline().threads(),
                settings.pipeline().partitions(),
                clock);
        var server = parts.add(new PageServer(
                PageSettings.of(listener.host(), listener.port(), listener.names(), notice),
                seen,
                reader::status,
                health,
                view,
                meters,
                hospitals,
                questionnaires,
                desk,
                new Api(seen, new Names(hospitals, questionnaires), desk, health, reader::status, view, clock),
                clock));
        int port = Ports.open("page", listener, server::start);
        this.url = URI.create("http://" + listener.host() + ":" + port + "/");
    }

    static Page start(
            Settings settings,
            String bootstrap,
            String notice,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            TopicSerdes serdes,
            RunningPipeline pipeline,
            RegistryContact registry,
            ActionWriter actions,
            Clock clock) {
        return new Page(
                settings, bootstrap, notice, hospitals, questionnaires, serdes, pipeline, registry, actions, clock);
    }

    /** Returns the meters that the page exposes. */
    Meters meters() {
        return meters;
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        parts.close();
    }
}

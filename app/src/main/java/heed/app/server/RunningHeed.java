package heed.app.server;

import heed.app.doctor.BrokerCheck;
import heed.app.doctor.Finding;
import heed.app.doctor.LoggingCheck;
import heed.app.server.embedded.RegistryHome;
import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.InstanceId;
import heed.app.server.instance.RunningInstance;
import heed.app.server.pipeline.RegistryContact;
import heed.app.server.pipeline.RegistryProbe;
import heed.app.server.pipeline.RunningPipeline;
import heed.app.server.pipeline.StreamsSettings;
import heed.app.server.topics.SubjectSetup;
import heed.app.server.topics.TopicCheck;
import heed.app.server.topics.TopicDifference;
import heed.app.server.topics.TopicSetup;
import heed.app.settings.ConfiguredBudget;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.SerdesKind;
import heed.app.settings.Settings;
import heed.connectors.FeedbackWriter;
import heed.connectors.KafkaActionWriter;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.PulseWriter;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryRetry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.ConfluentSerdes;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.watch.WatchRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** Everything that runs: servers, topics, pipeline, intake and page. Closing it stops all, input first, servers last. */
public final class RunningHeed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StartedParts parts = new StartedParts();
    private final Settings settings;
    private final HttpClient http;
    private final Clock clock;
    private Servers servers;
    private Admin admin;
    private RegistryContact contact;
    private KafkaFeedbackWriter writer;
    private PulseWriter pulses;
    private RunningPipeline pipeline;
    private URI page;
    private URI intake;

    private RunningHeed(Settings settings, HttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /**
     * Starts everything and returns when the page answers; the pipeline may still be taking up its work.
     *
     * @param notice where the figures come from, for the foot of the page; empty for none
     * @throws StartException and others whose message says what to do
     */
    public static RunningHeed start(
            Settings settings, HospitalDirectory hospitals, String notice, HttpClient http, Clock clock)
            throws InterruptedException {
        var heed = new RunningHeed(settings, http, clock);
        try {
            heed.startAll(hospitals, notice);
            return heed;
        } catch (RuntimeException | InterruptedException e) {
            heed.close();
            throw e;
        }
    }

    private void startAll(HospitalDirectory hospitals, String notice) throws InterruptedException {
        refuse(LoggingCheck.run());
        Questionnaires questionnaires = ConfiguredQuestionnaires.read(settings.questionnaires());
        WatchRules budget = ConfiguredBudget.of(settings.watch(), hospitals, questionnaires);
        refuseSecondOne();
        servers = parts.add(startServers());
        admin = parts.add(new BrokerReach(PATIENCE, clock).await(servers.bootstrap()));
        refuse(new BrokerCheck(admin, servers.bootstrap(), settings.pipeline()).transactions());
        setUpTopics();
        SchemaRegistry registry = reachRegistry();
        TopicSerdes serdes = serdes(registry);
        pipeline = parts.add(RunningPipeline.start(
                RunningPipeline.config(settings, budget),
                streamsSettings(),
                hospitals,
                questionnaires,
                registry,
                serdes,
                clock));
        var actions = parts.add(
                KafkaActionWriter.connect(client(), serdes.of(Topics.ACTIONS).serializer()));
        var page = parts.add(Page.start(
                settings,
                servers.bootstrap(),
                notice,
                hospitals,
                questionnaires,
                serdes,
                pipeline,
                contact,
                actions::write,
                clock));
        this.page = page.url();
        writer = parts.add(KafkaFeedbackWriter.connect(
                client(), serdes.of(Topics.FEEDBACK).serializer(), KafkaFeedbackWriter.Config.defaults()));
        pulses = parts.add(PulseWriter.connect(client(), serdes.of(Topics.PULSE).serializer()));
        intake = parts.add(Intake.start(settings, questionnaires, writer, new IntakeCounts(page.meters()), clock))
                .url();
        tellOthers();
    }

    private Servers startServers() {
        Settings.Servers named = settings.servers();
        return named.embedded()
                ? EmbeddedServers.start(settings.data().toAbsolutePath().normalize(), RegistryHome.find(), http)
                : new ExistingServers(
                        named.bootstrap().orElseThrow(), named.registry().orElseThrow());
    }

    private static void refuse(Finding finding) {
        if (finding.isProblem()) {
            throw new StartException(finding.text());
        }
    }

    private void refuseSecondOne() {
        new InstanceFile(settings.data()).running().ifPresent(other -> {
            throw new StartException("Heed runs on the data directory " + settings.data() + " already (process "
                    + other.pid() + ", page " + other.page() + "). Stop it, or choose another directory with --data.");
        });
        try {
            Files.createDirectories(settings.data());
        } catch (IOException e) {
            throw new StartException(
                    "The data directory " + settings.data() + " can't be made (" + e
                            + "). Make it, or choose another with --data.",
                    e);
        }
    }

    private void setUpTopics() throws InterruptedException {
        try {
            new TopicSetup(admin, settings.pipeline()).createMissing();
            List<String> wrong = new TopicCheck(admin, settings.pipeline().partitions())
                    .differences().stream()
                            .filter(TopicDifference::fatal)
                            .map(difference -> difference.what() + ": " + difference.remedy())
                            .toList();
            if (!wrong.isEmpty()) {
                throw new StartException("Topics are not as they must be:\n  " + String.join("\n  ", wrong));
            }
        } catch (ExecutionException e) {
            throw new StartException(
                    "The topics can't be set up at " + servers.bootstrap() + ": "
                            + e.getCause().getMessage() + ". `heed doctor` says more.",
                    e);
        }
    }

    private SchemaRegistry reachRegistry() {
        var registry = HttpSchemaRegistry.at(servers.registryUrl());
        RegistryRetry.upTo(PATIENCE).awaitReachable(registry);
        contact = new RegistryContact(registry, clock);
        parts.add(RegistryProbe.start(contact));
        SchemaRegistry cached = new CachingSchemaRegistry(contact, clock);
        new SubjectSetup(registry, cached).registerAll();
        return cached;
    }

    private TopicSerdes serdes(SchemaRegistry registry) {
        return settings.servers().serdes() == SerdesKind.HEED
                ? new AvroSerdes(registry)
                : new ConfluentSerdes(servers.registryUrl().toString(), Map.of());
    }

    private Properties streamsSettings() {
        Path data = settings.data().toAbsolutePath().normalize();
        return StreamsSettings.of(
                settings.pipeline(), servers.bootstrap(), InstanceId.in(data), data.resolve("streams"));
    }

    private Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap());
    }

    private void tellOthers() {
        var file = new InstanceFile(settings.data());
        ProcessHandle self = ProcessHandle.current();
        file.write(new RunningInstance(
                self.pid(), InstanceFile.began(self), servers.bootstrap(), servers.registryUrl(), page, intake));
        parts.add(file::delete);
    }

    /** Returns the servers that it runs on. */
    public Servers servers() {
        return servers;
    }

    /** Returns a client of the brokers. */
    public Admin admin() {
        return admin;
    }

    /** Returns the way in for responses made here. */
    public FeedbackWriter writer() {
        return writer;
    }

    /** Says from now on, by the real clock, that this is listening. */
    public void beat() {
        parts.add(Heartbeat.start(pulses, clock));
    }

    /** Returns the way to say that this is listening by another clock, that of responses made here. */
    public PulseWriter pulses() {
        return pulses;
    }

    /** Returns the page's address. */
    public URI page() {
        return page;
    }

    /** Returns the intake's address. */
    public URI intake() {
        return intake;
    }

    /** Completes exceptionally when the pipeline is beyond help; never otherwise. */
    public CompletableFuture<Void> died() {
        return pipeline.died();
    }

    @Override
    public void close() {
        parts.close();
    }
}

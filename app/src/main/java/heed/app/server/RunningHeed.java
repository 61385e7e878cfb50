package heed.app.server;

import heed.app.doctor.Finding;
import heed.app.doctor.HeapCheck;
import heed.app.doctor.LoggingCheck;
import heed.app.doctor.PermissionFindings;
import heed.app.doctor.ProviderCheck;
import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.RunningInstance;
import heed.app.server.pipeline.RunningPipeline;
import heed.app.settings.AccessKind;
import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.connectors.FeedbackWriter;
import heed.connectors.KafkaActionWriter;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.KafkaRowWriter;
import heed.connectors.PulseWriter;
import heed.connectors.words.CommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.monitoring.page.access.MailStop;
import heed.schemas.Unsubscription;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * Everything that runs: servers, topics, pipeline, intake and page. Closing it stops all, input first, servers last.
 */
public final class RunningHeed implements AutoCloseable {

    private final StartedParts parts = new StartedParts();
    private final Settings settings;
    private final Clock clock;
    private ReadyServers servers;
    private KafkaFeedbackWriter writer;
    private PulseWriter pulses;
    private RunningPipeline pipeline;
    private HeapWatch heap;
    private String memory;
    private URI page;
    private URI intake;

    /** Leaves what runs to {@link #startAll}, which is done before anybody has this. */
    @SuppressWarnings("NullAway.Init")
    private RunningHeed(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts everything and returns when the page answers; the pipeline may still be taking up its work.
     *
     * @param notice where the figures come from, for the foot of the page; empty for none
     * @param awaited is told what is waited for, whenever that is something else
     * @throws StartException and others whose message says what to do
     */
    public static RunningHeed start(
            Settings settings,
            HospitalDirectory hospitals,
            String notice,
            HttpClient http,
            Clock clock,
            Consumer<String> awaited)
            throws InterruptedException {
        StartException.where(LoggingCheck.run());
        var heed = new RunningHeed(settings, clock);
        try {
            heed.startAll(Installation.of(settings, hospitals), notice, http, awaited);
            return heed;
        } catch (RuntimeException | InterruptedException e) {
            heed.close();
            throw e;
        }
    }

    private void startAll(Installation installation, String notice, HttpClient http, Consumer<String> awaited)
            throws InterruptedException {
        refuseSecondOne();
        var heapFile = new HeapFile(settings.data());
        Finding fits = new HeapCheck(heapFile).run(HeapUse.now().most());
        StartException.where(fits);
        memory = fits.what();
        new ProviderCheck(settings.access(), clock).run().forEach(StartException::where);
        NoticeRoutes routes = Notifying.routes(installation, clock);
        var reached = parts.add(new Reached(settings, clock));
        heap = parts.add(new HeapWatch(heapFile, HeapUse::now).start());
        awaited.accept("waiting for Kafka and the registry");
        servers = parts.add(ReadyServers.start(settings, Component.PIPELINE, http, clock));
        requirePermissions(installation);
        pipeline = parts.add(RunningPipeline.start(
                installation, servers.client(Component.PIPELINE), servers.registry(), servers.serdes(), clock));
        var actions = parts.add(KafkaActionWriter.connect(
                servers.client(Component.PAGE),
                servers.serdes().of(Topics.ACTIONS).serializer()));
        Optional<People> people = settings.access().kind() != AccessKind.OPEN
                ? Optional.of(parts.add(People.start(servers, settings, clock)))
                : Optional.empty();
        awaited.accept("waiting for the page");
        var started = parts.add(LivePage.start(
                installation, servers, notice, pipeline, actions::write, people, stops(routes), reached, clock));
        page = started.url();
        writer = parts.add(KafkaFeedbackWriter.connect(
                servers.client(Component.INTAKE),
                servers.serdes().of(Topics.FEEDBACK).serializer(),
                KafkaFeedbackWriter.Config.defaults()));
        pulses = parts.add(PulseWriter.connect(
                servers.client(Component.INTAKE),
                servers.serdes().of(Topics.PULSE).serializer()));
        intake = parts.add(Intake.start(
                        installation,
                        reached.intake(),
                        submissions(),
                        new IntakeCounts(started.meters()),
                        people.map(People::programs),
                        clock))
                .url();
        startOnRequest(installation, routes, started);
        tellOthers();
    }

    /** Starts what runs only where the settings ask for it. */
    private void startOnRequest(Installation installation, NoticeRoutes routes, LivePage started) {
        if (!routes.all().isEmpty()) {
            parts.add(Notifying.start(installation, routes, servers, started, clock));
        }
        if (settings.comments().areCounted()) {
            parts.add(Theming.start(installation, servers, started.meters(), clock));
        }
    }

    private Optional<MailStop> stops(NoticeRoutes routes) {
        return routes.links().map(links -> {
            KafkaRowWriter<Unsubscription> rows = parts.add(KafkaRowWriter.connect(
                    Topics.UNSUBSCRIPTIONS,
                    servers.client(Component.PAGE),
                    servers.serdes().of(Topics.UNSUBSCRIPTIONS).serializer()));
            return new Unsubscribing(
                    links, routes.unsubscribed(), row -> rows.put(row.getUnsubscriptionId(), row), clock);
        });
    }

    /** Returns the way in for submissions: responses go one way, what patients wrote another. */
    private SubmissionWriter submissions() {
        var comments = parts.add(KafkaRowWriter.connect(
                CommentWriter.TOPIC,
                servers.client(Component.INTAKE),
                servers.serdes().of(CommentWriter.TOPIC).serializer()));
        return new SubmissionWriter(writer, CommentWriter.of(comments));
    }

    private void refuseSecondOne() {
        new InstanceFile(settings.data()).running().ifPresent(other -> {
            throw new StartException("Heed runs on the data directory " + settings.data() + " already (process "
                    + other.pid() + ", page " + other.page() + "). Stop it, or choose another directory with --data.");
        });
        DataDirectory.prepare(settings.data());
    }

    /** Asked before anything runs: what Kafka refuses later is tried again and again. */
    private void requirePermissions(Installation installation) throws InterruptedException {
        if (settings.servers().embedded()) {
            return;
        }
        var findings = new PermissionFindings(installation, servers.servers().bootstrap(), clock);
        List<String> missing = new ArrayList<>();
        for (Component component : settings.components()) {
            if (component != Component.COMMANDS) {
                findings.refusals(component).forEach(each -> missing.add(each.text()));
            }
        }
        if (!missing.isEmpty()) {
            throw new StartException("Kafka does not allow what Heed needs:\n  " + String.join("\n  ", missing));
        }
    }

    private void tellOthers() {
        var file = new InstanceFile(settings.data());
        file.write(new RunningInstance(
                ProcessHandle.current().pid(),
                InstanceFile.began(ProcessHandle.current()),
                servers.servers().bootstrap(),
                servers.servers().registryUrl(),
                page,
                intake));
        parts.add(file::delete);
    }

    /** Returns the servers that it runs on. */
    public Servers servers() {
        return servers.servers();
    }

    /** Returns a client of the brokers. */
    public Admin admin() {
        return servers.admin();
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

    /** Completes exceptionally when the pipeline is beyond help or the heap is full; never otherwise. */
    public CompletableFuture<Void> died() {
        return CompletableFuture.anyOf(pipeline.died(), heap.full()).thenAccept(never -> {});
    }

    /** Returns in words how large the heap is, and how much of it this data filled when Heed ran last. */
    public String memory() {
        return memory;
    }

    @Override
    public void close() {
        parts.close();
    }
}

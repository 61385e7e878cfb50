package heed.app.server;

import heed.app.doctor.BrokerCheck;
import heed.app.doctor.OpenFilesCheck;
import heed.app.server.embedded.RegistryHome;
import heed.app.server.instance.SchemaFile;
import heed.app.server.pipeline.RegistryContact;
import heed.app.server.pipeline.RegistryProbe;
import heed.app.server.topics.SubjectSetup;
import heed.app.server.topics.TopicCheck;
import heed.app.server.topics.TopicDifference;
import heed.app.server.topics.TopicSetup;
import heed.app.settings.Component;
import heed.app.settings.Settings;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryRetry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.TopicSerdes;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * The servers that Heed works with, made ready for it: reached, found fit, and with topics and schemas as they must be.
 */
public final class ReadyServers implements AutoCloseable {

    /** Servers and Heed may be started together. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final StartedParts parts = new StartedParts();
    private final Settings settings;
    private final Component component;
    private final Clock clock;
    private Servers servers;
    private Admin admin;
    private RegistryContact contact;
    private SchemaRegistry registry;
    private TopicSerdes serdes;

    /** Leaves what runs to {@link #startAll}, which is done before anybody has this. */
    @SuppressWarnings("NullAway.Init")
    private ReadyServers(Settings settings, Component component, Clock clock) {
        this.settings = settings;
        this.component = component;
        this.clock = clock;
    }

    /**
     * Starts the servers where they are ours, and makes them ready.
     *
     * @param component as whom the topics are created and looked at
     * @throws StartException and others whose message says what to do
     */
    public static ReadyServers start(Settings settings, Component component, HttpClient http, Clock clock)
            throws InterruptedException {
        var ready = new ReadyServers(settings, component, clock);
        try {
            ready.startAll(http);
            return ready;
        } catch (RuntimeException | InterruptedException e) {
            ready.close();
            throw e;
        }
    }

    private void startAll(HttpClient http) throws InterruptedException {
        servers = parts.add(startServers(http));
        admin = parts.add(new BrokerReach(ANSWER_WITHIN, clock)
                .await(
                        servers.bootstrap(),
                        component,
                        settings.servers().kafka().of(component)));
        StartException.where(new BrokerCheck(admin, servers.bootstrap(), settings.pipeline()).transactions());
        setUpTopics();
        registry = reachRegistry();
        serdes = settings.servers()
                .serdes()
                .serdes(servers.registryUrl(), settings.servers().registryAccess(), registry);
    }

    private Servers startServers(HttpClient http) {
        Settings.Servers named = settings.servers();
        if (!named.embedded()) {
            return new ExistingServers(
                    named.bootstrap().orElseThrow(), named.registry().orElseThrow());
        }
        StartException.where(OpenFilesCheck.run());
        return EmbeddedServers.start(settings.data().toAbsolutePath().normalize(), RegistryHome.find(), http);
    }

    private void setUpTopics() throws InterruptedException {
        try {
            var setup = new TopicSetup(admin, settings);
            setup.createMissing();
            if (settings.servers().embedded()) {
                setup.followRetention();
            }
            List<String> wrong = new TopicCheck(admin, settings)
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
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage() + ". `heed doctor` says more.",
                    e);
        }
    }

    private SchemaRegistry reachRegistry() {
        var http =
                HttpSchemaRegistry.at(servers.registryUrl(), settings.servers().registryAccess());
        RegistryRetry.upTo(ANSWER_WITHIN).awaitReachable(http);
        contact = new RegistryContact(http, clock);
        parts.add(RegistryProbe.start(contact));
        SchemaRegistry cached = new CachingSchemaRegistry(contact, clock);
        var subjects = new SubjectSetup(http, cached);
        if (settings.servers().embedded()) {
            var memory = new SchemaMemory(new SchemaFile(settings.data().toAbsolutePath()), contact);
            memory.recall();
            memory.remember(subjects.registerAll());
        } else {
            subjects.registerAll();
        }
        return cached;
    }

    /** Returns where they are. */
    public Servers servers() {
        return servers;
    }

    /** Returns a client of the brokers. */
    public Admin admin() {
        return admin;
    }

    /** Returns when the registry was last heard of. */
    RegistryContact contact() {
        return contact;
    }

    /** Returns the registry, its schemas remembered. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** Returns the serdes that the settings ask for. */
    public TopicSerdes serdes() {
        return serdes;
    }

    /** Returns what any client of a component needs to be told of the brokers. */
    public Map<String, Object> client(Component whose) {
        return settings.servers().kafka().of(whose).client(servers.bootstrap());
    }

    @Override
    public void close() {
        parts.close();
    }
}

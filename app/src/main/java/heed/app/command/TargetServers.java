package heed.app.command;

import heed.app.access.CommandAudit;
import heed.app.access.NotedAct;
import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.ClientSecurity;
import heed.app.settings.Component;
import heed.app.settings.Settings;
import heed.schemas.AuditKind;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryAccess;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/** The servers that a command works on: those of the settings, or those of the Heed that runs on the data directory. */
record TargetServers(
        String bootstrap, URI registry, TopicSerdes serdes, ClientSecurity security, RegistryAccess registryAccess) {

    private static final Duration LONGEST_ASK = Duration.ofSeconds(15);

    static TargetServers of(Settings settings, CommandContext context) {
        Settings.Servers named = settings.servers();
        if (!named.embedded()) {
            return to(named.bootstrap().orElseThrow(), named.registry().orElseThrow(), named, context);
        }
        Optional<RunningInstance> running = new InstanceFile(settings.data()).running();
        return running.map(instance -> to(instance.bootstrap(), instance.registry(), named, context))
                .orElseThrow(() -> new IllegalStateException("no Heed runs on the data directory " + settings.data()
                        + ". Start one with `heed up`, say --data DIR for another directory,"
                        + " or --bootstrap HOST:PORT and --registry URL for other servers."));
    }

    /** Returns a reader of all that {@code topic} holds; brokers that are away are an error after a while. */
    <V> CommittedValues<V> values(Topic<V> topic) {
        Map<String, Object> connection = client();
        connection.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST_ASK.toMillis());
        return new CommittedValues<>(topic, serdes, CommittedConsumers.of(connection));
    }

    /** Returns what any client of a command needs to be told of the brokers, for it to add its own to. */
    Map<String, Object> client() {
        return security.client(bootstrap);
    }

    /** Returns what keeps account of what the command does. */
    NotedAct.Notes audit(CommandContext context) {
        return context.slowly(new CommandAudit(client(), serdes, context.user(), context.clock()));
    }

    /**
     * Notes that data is taken out that has to be had also where the audit does not take that it is, and then says so.
     */
    void noteTaken(CommandContext context, String about, @Nullable String hospital) throws InterruptedException {
        audit(context).noteWherePossible(AuditKind.EXPORTED, about, hospital).ifPresent(why -> context.err()
                .println("The audit will not have this " + about + ": " + why + ". It is done all the same."));
    }

    /** Returns a client for administration that gives up after {@code limitMs}. */
    Admin admin(int limitMs) {
        Map<String, Object> connection = client();
        connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limitMs / 2);
        connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limitMs);
        return Admin.create(connection);
    }

    /** Returns the registry, its schemas remembered. */
    SchemaRegistry schemas(Clock clock) {
        return new CachingSchemaRegistry(HttpSchemaRegistry.at(registry, registryAccess), clock);
    }

    private static TargetServers to(String bootstrap, URI registry, Settings.Servers named, CommandContext context) {
        return new TargetServers(
                bootstrap,
                registry,
                named.serdes().serdes(registry, named.registryAccess(), context.clock()),
                named.kafka().of(Component.COMMANDS),
                named.registryAccess());
    }
}

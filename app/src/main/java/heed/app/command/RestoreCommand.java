package heed.app.command;

import heed.app.access.CommandAudit;
import heed.app.access.NotedAct;
import heed.app.backup.Restore;
import heed.app.server.DataDirectory;
import heed.app.server.ReadyServers;
import heed.app.server.instance.InstanceFile;
import heed.app.settings.Component;
import heed.app.settings.Settings;
import heed.schemas.AuditKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Brings a backup back to servers, or a data directory, where no Heed has run yet.",
        footer = {
            "",
            "Examples:",
            "  heed restore heed-2026-11-29.avro --data /var/lib/heed",
            "  heed restore heed-2026-11-29.avro --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "All of FILE is checked first: a damaged one writes nothing. Afterwards `heed up` computes every result",
            "again from the first response on; `heed recount` says whether all is there. Give it the settings,",
            "questionnaires and hospitals file that the old one had."
        })
final class RestoreCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "What `heed backup` made.")
    private Path file;

    RestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        Restore.check(file);
        new InstanceFile(settings.data()).running().ifPresent(running -> {
            throw new IllegalStateException("Heed runs on the data directory " + settings.data() + " (process "
                    + running.pid() + "): a backup goes where no Heed has run yet. Choose another with --data.");
        });
        DataDirectory.prepare(settings.data());
        Logs.toFileIn(settings.data().resolve("logs"), settings.log());
        try (var servers = ReadyServers.start(
                        settings, Component.COMMANDS, context.http().get(), context.clock());
                var producer =
                        new KafkaProducer<>(writing(servers), new StringSerializer(), new ByteArraySerializer())) {
            var restore = new Restore(servers.admin(), servers.registry(), producer);
            noted(servers)
                    .inParts(beginning ->
                            restore.run(file, new ProgressBar(context.err(), "records")::at, beginning::begin))
                    .forEach((topic, count) -> context.out().println("%-20s %d records".formatted(topic, count)));
        }
        context.out().println("All of it is back. `heed up` computes the results from it.");
        return 0;
    }

    private NotedAct noted(ReadyServers servers) {
        NotedAct.Notes audit = context.slowly(new CommandAudit(
                servers.client(Component.COMMANDS), servers.serdes(), context.user(), context.clock()));
        return new NotedAct(audit, AuditKind.BROUGHT_IN, "restore", null);
    }

    private static Map<String, Object> writing(ReadyServers servers) {
        Map<String, Object> config = new HashMap<>(servers.client(Component.COMMANDS));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Else a broker that takes the second request of a new producer and not the first never takes the first.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Brokers limit what is sent, which is compressed; they took each of these records once.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE);
        return config;
    }
}

package heed.app.command;

import heed.connectors.postgres.PostgresSink;
import heed.connectors.postgres.SinkAddress;
import heed.connectors.postgres.SinkListener;
import heed.schemas.AuditKind;
import heed.schemas.reader.CommittedConsumers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the results to tables of PostgreSQL. */
@Command(
        name = "postgres",
        mixinStandardHelpOptions = true,
        description =
                "Writes scores, drops and comparisons to tables of PostgreSQL, each record exactly once, until stopped.",
        footer = {
            "",
            "Examples:",
            "  heed sink postgres --url postgresql://db:5432/heed --user heed --password-file /run/secrets/db",
            "  heed sink postgres --url postgresql://localhost/heed --until-end",
            "",
            "Makes the schema, its tables and views, where they are missing; docs/postgres.md has them.",
            "The password is in the file, in PGPASSWORD, or where PostgreSQL's own programs look (~/.pgpass).",
            "Whoever may read the tables reads every figure: who that is the database decides."
        })
final class PostgresCommand implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "PGPASSWORD";
    private static final int LIMIT_MS = 30_000;
    /** Records of one transaction at most. */
    private static final int MOST_AT_ONCE = 5_000;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "Where, as postgresql://HOST:PORT/DATABASE.")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "As whom.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "heed",
            description = "Schema of the tables; default ${DEFAULT-VALUE}.")
    private String schema;

    @Option(names = "--until-end", description = "End once all that there is now is written.")
    private boolean untilEnd;

    PostgresCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        SinkAddress address = address();
        TargetServers target = TargetServers.of(options.read(context), context);
        target.audit(context).note(AuditKind.EXPORTED, "sink postgres", null);
        Map<String, Object> client = target.client();
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        Said said = new Said(context.out());
        PostgresSink sink = new PostgresSink(
                address, CommittedConsumers.of(client), target.serdes(), cluster(target), said, context.clock());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sink), "sink-stop"));
        sink.run(untilEnd ? PostgresSink.Until.END : PostgresSink.Until.STOPPED);
        said.total();
        return 0;
    }

    private SinkAddress address() throws IOException {
        try {
            return new SinkAddress(url, schema, user, password());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--url " + e.getMessage() + ".");
        }
    }

    private Optional<String> password() throws IOException {
        if (passwordFile == null) {
            return Optional.ofNullable(context.environment().get(PASSWORD_VARIABLE));
        }
        if (!Files.isReadable(passwordFile)) {
            throw new ParameterException(spec.commandLine(), "--password-file " + passwordFile + " can't be read.");
        }
        return Files.readString(passwordFile).lines().findFirst();
    }

    private static String cluster(TargetServers target) throws InterruptedException {
        try (Admin admin = target.admin(LIMIT_MS)) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at " + target.bootstrap() + " refused: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    private static void stop(PostgresSink sink) {
        try {
            sink.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what a sink does, a line each; how much was taken whenever ten times as much was. */
    private static final class Said implements SinkListener {

        private static final int MORE = 10;

        private final PrintWriter out;
        private long records;
        private long unreadable;
        private long next = 1_000;

        Said(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void begins(From from) {
            out.println(
                    switch (from) {
                        case BEGINNING -> "Begins with the oldest record.";
                        case BEGINNING_SINCE_AWAY ->
                            "Was away for longer than deletions are kept: empties the tables and begins with the oldest record.";
                        case WHERE_IT_ENDED -> "Goes on where it ended.";
                    });
        }

        @Override
        public void took(int more, long none) {
            records += more;
            unreadable += none;
            if (records >= next) {
                total();
                next *= MORE;
            }
        }

        void total() {
            out.println("Took " + records + " records"
                    + (unreadable == 0 ? "." : ", of which " + unreadable + " are none of ours and left out."));
        }

        @Override
        public void waits(String why) {
            out.println("Waits: " + why);
        }
    }
}

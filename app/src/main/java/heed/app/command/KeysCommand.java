package heed.app.command;

import heed.app.access.Keys;
import heed.app.access.NotedAct;
import heed.monitoring.access.KeyDesk;
import heed.schemas.AuditKind;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.program.Programs;
import heed.schemas.topic.Topics;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which programs may send and read. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Says which programs may send and read, and what, where access.people is accounts.",
        footer = {
            "",
            "Examples:",
            "  heed keys add ward-tablets --for intake --at H1",
            "  heed keys list",
            "  heed keys revoke heed_in_Ab12",
            "",
            "Needs a Heed that runs on the data directory, or the servers that it uses."
        })
final class KeysCommand {

    private final CommandContext context;

    KeysCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new Add(context), new ListThem(context), new Revoke(context));
    }

    private static Keys keys(TargetServers servers) {
        return new Keys(servers.values(Topics.KEYS).newest(), servers.client(), servers.serdes());
    }

    private static KeyDesk desk(Keys keys, Function<ProgramKey, NotedAct> act, CommandContext context) {
        return new KeyDesk(keys.noting(act), new SecureRandom(), context.clock());
    }

    /** What a key may be made for, as it is typed. */
    enum Purpose {
        INTAKE(KeyPurpose.INTAKE),
        READ(KeyPurpose.READ),
        METRICS(KeyPurpose.METRICS);

        private final KeyPurpose kept;

        Purpose(KeyPurpose kept) {
            this.kept = kept;
        }
    }

    /** Adds a key. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a key for a program and prints it, which nothing does again.",
            footer = {
                "",
                "A program may have two keys that are good: add one, have the program use it, revoke the other.",
                "",
                "Examples:",
                "  heed keys add ward-tablets --for intake --at H1 --days 365",
                "  heed keys add board-report --for read --at H1 --at H2 --per-minute 60",
                "  heed keys add prometheus --for metrics --everywhere"
            })
    static final class Add extends ServersCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "The program, in small letters.")
        private String name;

        @Option(
                names = "--for",
                paramLabel = "PURPOSE",
                required = true,
                description = "intake (sends responses), read (figures, as an analyst) or metrics.")
        private Purpose purpose;

        @Option(
                names = "--at",
                paramLabel = "HOSPITAL",
                description = "A hospital that it is good for; may be given several times.")
        private List<String> hospitals = new ArrayList<>();

        @Option(names = "--everywhere", description = "It is good for all hospitals.")
        private boolean everywhere;

        @Option(
                names = "--per-minute",
                paramLabel = "N",
                defaultValue = "600",
                description = "Requests a minute, of each instance; ${DEFAULT-VALUE} where it is not given.")
        private int perMinute;

        @Option(names = "--days", paramLabel = "N", description = "How long it is good; else until it is revoked.")
        private @Nullable Integer days;

        Add(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) throws Exception {
            if (everywhere != hospitals.isEmpty()) {
                throw new IllegalArgumentException(
                        "say where it is good: --at HOSPITAL, or --everywhere for all hospitals");
            }
            try (Keys keys = keys(servers)) {
                String key = desk(keys, added -> noted(servers, AuditKind.KEY_ADDED, name), context())
                        .add(
                                new KeyDesk.Wanted(
                                        name,
                                        purpose.kept,
                                        hospitals,
                                        perMinute,
                                        Optional.ofNullable(days).map(Duration::ofDays)),
                                context().user());
                say("Added a key of " + name + ", shown only now: " + key);
                say("The program sends it as Authorization: Bearer KEY. Keep it in a file that the program alone reads,"
                        + " never in an address.");
            }
        }
    }

    /** Lists the keys. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists which keys there are, how each begins, and what it is good for.",
            footer = {"", "Examples:", "  heed keys list"})
    static final class ListThem extends ServersCommand {

        ListThem(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) {
            try (Keys keys = keys(servers)) {
                List<ProgramKey> all = KeyDesk.inOrder(keys.all());
                Instant now = context().clock().instant();
                all.forEach(each -> say(line(each, Programs.isGood(each, now))));
                if (all.isEmpty()) {
                    say("None yet. `heed keys add` adds one.");
                }
            }
        }

        private static String line(ProgramKey key, boolean good) {
            String where = key.getHospitals().isEmpty() ? "all hospitals" : String.join(", ", key.getHospitals());
            return key.getBeginning() + "...  " + key.getName() + "  "
                    + key.getPurpose().name().toLowerCase(Locale.ROOT) + "  " + where + "  " + key.getPerMinute()
                    + " a minute  " + state(key, good) + "  added " + key.getCreatedAt() + " by " + key.getCreatedBy();
        }

        private static String state(ProgramKey key, boolean good) {
            if (key.getRevokedAt() != null) {
                return "revoked " + key.getRevokedAt();
            }
            if (key.getExpiresAt() == null) {
                return "good";
            }
            return (good ? "good until " : "expired ") + key.getExpiresAt();
        }
    }

    /** Makes a key good for nothing. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Makes a key good for nothing, on every instance within moments.",
            footer = {"", "Examples:", "  heed keys revoke heed_in_Ab12"})
    static final class Revoke extends ServersCommand {

        @Parameters(index = "0", paramLabel = "BEGINNING", description = "How the key begins, as the list has it.")
        private String beginning;

        Revoke(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) throws Exception {
            try (Keys keys = keys(servers)) {
                ProgramKey key = desk(keys, each -> noted(servers, AuditKind.KEY_REVOKED, listed(each)), context())
                        .revoke(beginning.replaceFirst("\\.+$", ""));
                say("Revoked " + key.getBeginning() + "... of " + key.getName() + ".");
            }
        }

        private static String listed(ProgramKey key) {
            return key.getBeginning() + "... " + key.getName();
        }
    }
}

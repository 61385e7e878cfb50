package heed.app.command;

import heed.app.access.Keys;
import heed.schemas.AuditKind;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.topic.Topics;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    private static Keys keys(SettingsOptions options, CommandContext context) {
        TargetServers target = TargetServers.of(options.read(context), context);
        return new Keys(
                target.values(Topics.KEYS).newest(),
                target.client(),
                target.serdes(),
                new SecureRandom(),
                context.clock());
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
    static final class Add implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

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
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (everywhere != hospitals.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "say where it is good: --at HOSPITAL, or --everywhere for all hospitals");
            }
            try (Keys keys = keys(options, context)) {
                String key = keys.add(
                        new Keys.Wanted(
                                name,
                                purpose.kept,
                                hospitals,
                                perMinute,
                                Optional.ofNullable(days).map(Duration::ofDays)),
                        context.user());
                context.out().println("Added a key of " + name + ", shown only now: " + key);
                context.out()
                        .println("The program sends it as Authorization: Bearer KEY. Keep it in a file that the program"
                                + " alone reads, never in an address.");
                TargetServers.note(options, context, AuditKind.KEY_ADDED, name);
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
    }

    /** Lists the keys. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists which keys there are, how each begins, and what it is good for.",
            footer = {"", "Examples:", "  heed keys list"})
    static final class ListThem implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (Keys keys = keys(options, context)) {
                List<ProgramKey> all = keys.all();
                all.forEach(each -> context.out().println(line(each, keys.isGood(each))));
                if (all.isEmpty()) {
                    context.out().println("None yet. `heed keys add` adds one.");
                }
                return 0;
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
    static final class Revoke implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "BEGINNING", description = "How the key begins, as the list has it.")
        private String beginning;

        Revoke(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            try (Keys keys = keys(options, context)) {
                ProgramKey key = keys.revoke(beginning.replaceFirst("\\.+$", ""));
                TargetServers.note(
                        options, context, AuditKind.KEY_REVOKED, key.getBeginning() + "... " + key.getName());
                context.out().println("Revoked " + key.getBeginning() + "... of " + key.getName() + ".");
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
    }
}

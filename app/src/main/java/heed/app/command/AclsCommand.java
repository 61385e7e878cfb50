package heed.app.command;

import heed.app.permission.KafkaAcls;
import heed.app.permission.Permission;
import heed.app.permission.Permissions;
import heed.app.settings.Component;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says, or has Kafka know, what each part of Heed must be allowed. */
@Command(
        name = "acls",
        mixinStandardHelpOptions = true,
        description =
                "Says what each part of Heed must be allowed by Kafka, and nothing more; with --apply, allows it.",
        footer = {
            "",
            "Examples:",
            "  heed acls --print",
            "  heed acls --print --principal page=User:CN=heed-page --principal intake=User:CN=heed-intake",
            "  heed acls --apply --as admin.properties",
            "",
            "--print writes commands of Kafka's own kafka-acls.sh and asks Kafka nothing. Whom Kafka takes each part for is",
            "the user name that it signs in with; where it shows a certificate or a token, say it by --principal.",
            "Takes nothing away: what Kafka allows beside it stays. `heed doctor` says what is missing."
        })
final class AclsCommand implements Callable<Integer> {

    private static final int LIMIT_MS = 30_000;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--print", description = "Print the commands; the default.")
    private boolean print;

    @Option(names = "--apply", description = "Allow it, as the commands' part of Heed or as --as says.")
    private boolean apply;

    @Option(
            names = "--principal",
            paramLabel = "PART=PRINCIPAL",
            description =
                    "Whom Kafka takes pipeline, intake, page, notifier, themes or commands for; may be given several times.")
    private Map<String, String> principals = new LinkedHashMap<>();

    @Option(
            names = "--as",
            paramLabel = "FILE",
            description = "Kafka's client settings of somebody who may allow others something, for --apply.")
    private @Nullable String administrator;

    AclsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (print && apply) {
            throw new ParameterException(spec.commandLine(), "--print or --apply: one or the other");
        }
        Settings settings = options.read(context);
        if (settings.servers().embedded()) {
            throw new IllegalStateException(
                    "the embedded Kafka is on loopback and asks nobody who they are: acls are for"
                            + " brokers of your own, --bootstrap HOST:PORT and --registry URL");
        }
        Map<Component, String> known = principals(settings);
        List<Permission> permissions = Permissions.of(
                Installation.of(settings, ConfiguredHospitals.read(settings.hospitals())), context.clock());
        if (apply) {
            apply(permissions, known);
        } else {
            new KafkaAcls(settings.servers().bootstrap().orElseThrow(), component -> of(known, component))
                    .lines(permissions)
                    .forEach(context.out()::println);
        }
        return 0;
    }

    private static String of(Map<Component, String> known, Component component) {
        return Objects.requireNonNull(known.get(component), "each is known, or it was refused");
    }

    private Map<Component, String> principals(Settings settings) {
        Map<Component, String> known = new EnumMap<>(Component.class);
        List<String> unknown = new ArrayList<>();
        for (Component component : Component.values()) {
            settings.servers().kafka().of(component).principal().ifPresent(user -> known.put(component, user));
        }
        principals.forEach((part, principal) -> known.put(component(part), principal));
        for (Component component : settings.components()) {
            if (!known.containsKey(component)) {
                unknown.add("--principal " + component.text() + "=User:NAME");
            }
        }
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "say whom Kafka takes them for: " + String.join(" ", unknown));
        }
        return known;
    }

    private Component component(String part) {
        try {
            return Component.valueOf(part.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--principal: \"" + part + "\" is none of pipeline, intake, page, notifier, themes, commands",
                    e);
        }
    }

    private void apply(List<Permission> permissions, Map<Component, String> known) throws InterruptedException {
        Settings settings = administrator == null ? options.read(context) : options.readAs(context, administrator);
        TargetServers target = TargetServers.of(settings, context);
        try (Admin admin = target.admin(LIMIT_MS)) {
            admin.createAcls(permissions.stream()
                            .map(each -> each.binding(of(known, each.component())))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at " + target.bootstrap() + " refused: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage()
                            + ". Say by --as whose client settings may allow others something.",
                    e);
        }
        context.out()
                .println("Kafka allows " + permissions.size() + " things to Heed, and those that it allowed before.");
    }
}

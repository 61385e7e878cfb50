package heed.app.command;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.audit.AuditFilter;
import heed.schemas.audit.AuditWords;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells who did or tried what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Tells who did or tried what: sign-ins, what was denied, exports, acts, changes of accounts and keys.",
        footer = {
            "",
            "Examples:",
            "  heed audit --days 7",
            "  heed audit --since 2026-03-01T00:00:00Z --who m.price",
            "  heed audit --kind sign-in-refused --days 1",
            "",
            "Needs a Heed that runs on the data directory, or the servers that it uses."
        })
final class AuditCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "From when on, such as 2026-03-01T00:00:00Z; else all that there is.")
    private Instant since = Instant.EPOCH;

    @Option(names = "--days", paramLabel = "N", description = "The same, as so many days before now.")
    private @Nullable Integer days;

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "What one account, program or command line did alone: all of its name, or any word of it.")
    private @Nullable String who;

    @Option(names = "--kind", paramLabel = "KIND", description = "What was done, such as denied or sign-in-refused.")
    private @Nullable String kind;

    @Option(names = "--hospital", paramLabel = "CODE", description = "What named one hospital.")
    private @Nullable String hospital;

    @Spec
    private CommandSpec spec;

    AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Instant from = days == null ? since : context.clock().instant().minus(Duration.ofDays(days));
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(who),
                Optional.ofNullable(kind).map(this::kind),
                Optional.ofNullable(hospital),
                from,
                Instant.MAX);
        TargetServers target = TargetServers.of(options.read(context), context);
        List<AuditEntry> found = new ArrayList<>();
        target.values(Topics.AUDIT).forEach(key -> true, (key, entry) -> {
            if (entry != null && filter.takes(entry)) {
                found.add(entry);
            }
        });
        found.sort(Comparator.comparing(AuditEntry::getAt));
        found.forEach(each -> context.out().println(AuditWords.line(each)));
        if (found.isEmpty()) {
            context.out().println("Nothing.");
        }
        return 0;
    }

    private AuditKind kind(String words) {
        return AuditWords.kind(words)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "the audit has nothing of the kind '" + words + "'; it has "
                                + Arrays.stream(AuditKind.values())
                                        .filter(each -> each != AuditKind.UNSTATED)
                                        .map(each -> AuditWords.kind(each).replace(' ', '-'))
                                        .collect(Collectors.joining(", "))));
    }
}

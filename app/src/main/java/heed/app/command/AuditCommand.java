package heed.app.command;

import heed.schemas.AuditEntry;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TargetServers target = TargetServers.of(options.read(context), context);
        Instant from = days == null ? since : context.clock().instant().minus(Duration.ofDays(days));
        List<AuditEntry> found = new ArrayList<>();
        target.values(Topics.AUDIT).forEach(key -> true, (key, entry) -> {
            if (entry != null && !entry.getAt().isBefore(from) && isAskedFor(entry)) {
                found.add(entry);
            }
        });
        found.sort(Comparator.comparing(AuditEntry::getAt));
        found.forEach(each -> context.out().println(line(each)));
        if (found.isEmpty()) {
            context.out().println("Nothing.");
        }
        return 0;
    }

    private boolean isAskedFor(AuditEntry entry) {
        return who == null || (entry.getWho() != null && (" " + entry.getWho() + " ").contains(" " + who + " "));
    }

    /** Returns an entry as a line: when, who, what, what about, where and from where. */
    static String line(AuditEntry entry) {
        List<String> words = new ArrayList<>(List.of(
                entry.getAt().toString(),
                entry.getWho() == null ? "nobody known" : entry.getWho(),
                entry.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (entry.getAbout() != null) {
            words.add(entry.getAbout());
        }
        if (entry.getHospital() != null) {
            words.add("hospital " + entry.getHospital());
        }
        if (entry.getCameFrom() != null) {
            words.add("from " + entry.getCameFrom());
        }
        if (entry.getTimes() > 1) {
            words.add(entry.getTimes() + " times");
        }
        return String.join("  ", words);
    }
}

package heed.app.command;

import heed.app.rejected.RefusedRecords;
import heed.app.rejected.RefusedReplay;
import heed.schemas.AuditKind;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends refused records again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Sends refused responses again, as ones that arrive now: each counts once, or is refused again.",
        footer = {
            "",
            "Examples:",
            "  heed rejected replay --reason unknown_hospital --reason too_many_hospitals",
            "  heed rejected replay 0-118 1-7",
            "  heed rejected replay --reason unknown_questionnaire --dry-run",
            "",
            "First remove what stood in their way: list the hospital, raise the limit, add the questionnaire, and start Heed again.",
            "A response counts within the lateness after it was given. Replayed twice it counts once."
        })
final class ReplayCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private RefusedOptions which;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Single records, as list has them.")
    private Set<String> ids = new HashSet<>();

    @Option(names = "--dry-run", description = "Say how many, and send none.")
    private boolean dryRun;

    ReplayCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (ids.isEmpty() && which.isNone()) {
            throw new ParameterException(
                    spec.commandLine(), "say which: --reason, --source, --hospital, --since, --until, or IDs.");
        }
        TargetServers target = TargetServers.of(options.read(context), context);
        RefusedRecords records = new RefusedRecords(target.client());
        if (dryRun) {
            long[] count = {0};
            records.forEach(which.filter(ids), refused -> count[0]++);
            context.out().println(count[0] + " records; none was sent.");
            return 0;
        }
        target.audit(context).note(AuditKind.REPLAYED, "rejected replay", null);
        try (RefusedReplay replay = RefusedReplay.connect(target.client(), context.clock())) {
            records.forEach(which.filter(ids), replay::send);
            print(replay.finish());
        }
        return 0;
    }

    private void print(RefusedReplay.Outcome outcome) {
        context.out().println("Sent " + outcome.sent() + " again. What is refused again is listed again.");
        if (outcome.withoutValue() > 0) {
            context.out().println("Left out " + outcome.withoutValue() + " without a value: there is nothing to send.");
        }
        if (outcome.fromElsewhere() > 0) {
            context.out()
                    .println("Left out " + outcome.fromElsewhere()
                            + " that are no responses: they came from other topics.");
        }
    }
}

package heed.app.command;

import heed.app.audit.Recount;
import heed.app.audit.RecountReport;
import heed.app.audit.RecountRules;
import heed.app.audit.RecountTally;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.ProcessingGuarantee;
import heed.app.settings.Settings;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the input again and compares what the pipeline made of it. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description =
                "Counts all responses again, by other code than the pipeline's, and compares with that what the topics say.",
        footer = {
            "",
            "Examples:",
            "  heed recount",
            "  heed recount --hospital RJ1 --limit 100",
            "  heed recount --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "Changes nothing. The pipeline may run meanwhile: rows that change under the comparison are left out and",
            "counted as in motion, and so are comparisons of hospitals (the league) that are not final. That a row is final",
            "is only checked where responses that arrived have made it so.",
            "The settings (lateness, ledger days, audiences, limits, hospitals' file, questionnaires) must be the pipeline's;",
            "rows that were counted under others differ.",
            "Where the beginning of the input is gone, the rows of those hospitals can't be judged.",
            "Exits with 0 where every row equals the recount, and with 1 where a row differs or can't be judged.",
            "A million responses fit the memory that the launcher gives; for more, HEED_JAVA_OPTS=-Xmx4g heed recount."
        })
final class RecountCommand implements Callable<Integer> {

    private static final int LIMIT_MS = 30_000;
    private static final String UNTOLD =
            "a running Heed tells them within minutes; where they stay untold, its league stands still";

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many rows of each topic to print the differences of; default ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--hospital", paramLabel = "CODE", description = "Only this hospital.")
    private Optional<String> hospital = Optional.empty();

    RecountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        RecountRules rules = new RecountRules(
                settings.pipeline().lateness(),
                settings.pipeline().ledgerDays(),
                settings.audiences().minimums(),
                ConfiguredQuestionnaires.read(settings.questionnaires()),
                ConfiguredHospitals.read(settings.hospitals()),
                settings.limits(),
                settings.pipeline().unitWindowsFrom());
        try (Admin admin = target.admin(LIMIT_MS)) {
            return print(new Recount(source(settings, target), rules, admin, new Bars(context)).run(limit));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at " + target.bootstrap() + " refused: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    /** The pipeline decodes its input by our own serdes, whichever it writes its output with. */
    private Recount.Source source(Settings settings, TargetServers target) {
        var own = new AvroSerdes(target.schemas(context.clock()));
        return new Recount.Source(
                target.client(),
                settings.pipeline().applicationId(),
                settings.pipeline().guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2
                        ? IsolationLevel.READ_COMMITTED
                        : IsolationLevel.READ_UNCOMMITTED,
                () -> own.of(Topics.FEEDBACK).deserializer(),
                target.serdes(),
                hospital);
    }

    private int print(RecountReport report) {
        context.out()
                .println("Recounted " + report.tally().in() + " responses on " + report.partitions()
                        + " partitions and read " + report.scores() + " scores.");
        for (RecountTally.Outcome outcome : RecountTally.Outcome.values()) {
            line(outcome.name().toLowerCase(Locale.ROOT), report.tally().of(outcome), "");
        }
        line("rejected", report.tally().rejected(), reasons(report));
        if (hospital.isEmpty()) {
            line("shared", report.sharedIds(), " ids at more than one hospital");
        }
        rows("compared", report, RecountReport.Count::compared);
        rows("in motion", report, RecountReport.Count::inMotion);
        rows("not judged", report, RecountReport.Count::unjudged);
        rows("different", report, RecountReport.Count::differing);
        if (hospital.isPresent()) {
            context.out().println("  left out    movements and league: they are of all hospitals");
        }
        if (report.untold() > 0) {
            line("untold", report.untold(), " tables of closed months, missing or of an earlier moment: " + UNTOLD);
        }
        report.differences().forEach(difference -> context.out().println("difference  " + difference));
        report.reasons().forEach(reason -> context.out().println("not judged  " + reason));
        context.out().println(conclusion(report));
        return report.verified() ? 0 : 1;
    }

    private static String conclusion(RecountReport report) {
        if (report.counts().get(0).differing() > 0) {
            return "The scores differ from the recount.";
        }
        if (report.differing() > 0) {
            return "The scores equal the recount, but other rows differ from it.";
        }
        return report.verified()
                ? "The scores equal the recount. So do all other rows that were compared."
                : "The rows that could be judged equal the recount; the others are not verified.";
    }

    /** Prints a number for each topic, for example {@code compared 12345 scores, 320 days of channels}. */
    private void rows(String what, RecountReport report, ToLongFunction<RecountReport.Count> number) {
        context.out()
                .println("  %-11s %s"
                        .formatted(
                                what,
                                report.counts().stream()
                                        .map(count -> number.applyAsLong(count) + " " + count.rows())
                                        .collect(Collectors.joining(", "))));
    }

    private void line(String what, long count, String more) {
        context.out().println("  %-11s %d%s".formatted(what, count, more));
    }

    private static String reasons(RecountReport report) {
        return report.tally().rejections().isEmpty()
                ? ""
                : report.tally().rejections().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** A bar for the responses and one for each topic, one after the other. */
    private static final class Bars implements Recount.Progress {

        private final ProgressBar responses;
        private final Map<Topic<?>, ProgressBar> topics = new HashMap<>();
        private final CommandContext context;

        Bars(CommandContext context) {
            responses = new ProgressBar(context.err(), "responses");
            this.context = context;
        }

        @Override
        public void counted(long records, long total) {
            responses.at(records, total);
        }

        @Override
        public void compared(Topic<?> topic, long records, long total) {
            topics.computeIfAbsent(topic, each -> new ProgressBar(context.err(), topic.name()))
                    .at(records, total);
        }
    }
}

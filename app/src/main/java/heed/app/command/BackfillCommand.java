package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.backfill.Backfill;
import heed.connectors.backfill.BackfillSummary;
import heed.schemas.AuditKind;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings in a history of real days, before a hospital's first response of its own. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Brings in a history of real days, from which the watch learns.",
        footer = {
            "",
            "Examples:",
            "  heed backfill history.ndjson",
            "  heed backfill history.ndjson --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "FILE has a submission a line, as POST /feedback takes them, each with its own given_at, however long",
            "ago and in any order. All of it is checked first: one mistake, and nothing is written.",
            "",
            "A history comes before a hospital's first response of its own, and is refused after: the watch goes",
            "forward in time. The same file again writes what is missing. Published figures have no days of their",
            "own: `heed import` takes those, and the watch learns nothing from them."
        })
final class BackfillCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The history, a JSON object a line.")
    private Path file;

    BackfillCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        HospitalDirectory hospitals = ConfiguredHospitals.read(settings.hospitals());
        Map<String, Object> connection = target.client();
        var serde = target.serdes().of(Topics.FEEDBACK);
        try (var topic = new CommittedRecords(CommittedConsumers.of(connection).get(), List.of(Topics.FEEDBACK));
                var writer = KafkaFeedbackWriter.connectForBackfill(
                        connection, serde.serializer(), KafkaFeedbackWriter.Config.defaults())) {
            var backfill = new Backfill(
                    file,
                    ConfiguredQuestionnaires.read(settings.questionnaires()),
                    code -> hospitals.byCode(code).zone(),
                    topic::readToEnd,
                    serde.deserializer(),
                    context.clock().instant());
            return report(new NotedAct(target.audit(context), AuditKind.BROUGHT_IN, "backfill", null)
                    .inParts(
                            beginning -> backfill.run(writer, ProgressBar.of(context, "responses"), beginning::begin)));
        }
    }

    private int report(BackfillSummary summary) {
        context.out()
                .println("Brought in " + summary.written() + " responses of " + summary.hospitals()
                        + " hospital(s), given from " + summary.first() + " to " + summary.last()
                        + (summary.known() == 0 ? "." : "; " + summary.known() + " had been there before."));
        if (!summary.overtaken().isEmpty()) {
            context.err()
                    .println("Responses of their own came in meanwhile at " + String.join(", ", summary.overtaken())
                            + ": all count, but the watch may have missed days of the history there. To be sure, begin"
                            + " anew, and send nothing until the history is in.");
        }
        return summary.overtaken().isEmpty() ? 0 : 1;
    }
}

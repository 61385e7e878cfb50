package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.settings.ConfiguredComments;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.KafkaRowWriter;
import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.MappingGuess;
import heed.connectors.mapping.MappingReader;
import heed.connectors.mapping.MappingText;
import heed.connectors.rows.RowComments;
import heed.connectors.rows.RowFile;
import heed.connectors.rows.RowImport;
import heed.connectors.rows.RowSummary;
import heed.connectors.rows.SubmissionLine;
import heed.connectors.submission.Problem;
import heed.connectors.table.TableSource;
import heed.connectors.words.CommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.AuditKind;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does what {@code heed import} does with a file whose rows are responses. */
final class RowFiles {

    private static final int SHOWN = 10;

    private final CommandContext context;
    private final Settings settings;
    private final TableSource source;
    private final Questionnaires questionnaires;
    private final HospitalDirectory hospitals;

    RowFiles(CommandContext context, Settings settings, Path file) {
        this.context = context;
        this.settings = settings;
        this.source = TableSource.ofFile(file);
        this.questionnaires = ConfiguredQuestionnaires.read(settings.questionnaires());
        this.hospitals = ConfiguredHospitals.read(settings.hospitals());
    }

    /** Imports the rows; 1 where some were not taken. */
    int importAs(String mapping) throws InterruptedException {
        RowImport importing = importing(MappingText.read(mapping, questionnaires));
        TargetServers target = TargetServers.of(settings, context);
        Map<String, Object> connection = target.client();
        var serde = target.serdes().of(Topics.FEEDBACK);
        try (var topic = new CommittedRecords(CommittedConsumers.of(connection).get(), List.of(Topics.FEEDBACK));
                var responses = KafkaFeedbackWriter.connect(
                        connection, serde.serializer(), KafkaFeedbackWriter.Config.defaults());
                var comments = KafkaRowWriter.connect(
                        CommentWriter.TOPIC,
                        connection,
                        target.serdes().of(CommentWriter.TOPIC).serializer())) {
            return report(new NotedAct(target.audit(context), AuditKind.BROUGHT_IN, "import", null)
                    .inParts(beginning -> importing.run(
                            topic::readToEnd,
                            serde.deserializer(),
                            new SubmissionWriter(responses, CommentWriter.of(comments)),
                            ProgressBar.of(context, "responses"),
                            beginning::begin)));
        }
    }

    /** Writes the responses as lines that {@code heed backfill} takes; 1 where rows were refused. */
    int print(String mapping) {
        var problems = importing(MappingText.read(mapping, questionnaires))
                .read(feedback -> context.out().println(SubmissionLine.of(feedback)));
        name(problems.listed(), problems.count());
        return problems.count() == 0 ? 0 : 1;
    }

    /** Writes a first mapping, and shows how it reads the first rows. */
    int guess(Optional<String> questionnaire) {
        List<Questionnaire> asked = questionnaire
                .map(id -> List.of(questionnaires
                        .byId(id)
                        .orElseThrow(() -> new IllegalArgumentException("there is no questionnaire '" + id
                                + "'; the nearest is "
                                + NearestName.of(
                                        id,
                                        questionnaires.all().stream()
                                                .map(Questionnaire::id)
                                                .toList())))))
                .orElseGet(questionnaires::all);
        String yaml = MappingGuess.of(source, asked);
        context.out().print(yaml);
        context.out().flush();
        List<String> shown = new ArrayList<>();
        var problems = importing(MappingReader.read("the guessed mapping", yaml, questionnaires))
                .read(feedback -> {
                    if (shown.size() < SHOWN) {
                        shown.add(SubmissionLine.of(feedback));
                    }
                });
        context.err().println("So it reads the first rows:");
        shown.forEach(context.err()::println);
        name(problems.listed().stream().limit(SHOWN).toList(), problems.count());
        return 0;
    }

    private RowImport importing(Mapping mapping) {
        return new RowImport(
                RowFile.open(
                        source,
                        mapping,
                        questionnaires,
                        hospitals,
                        ConfiguredComments.reader(settings.comments(), hospitals)),
                settings.pipeline().lateness(),
                context.clock().instant());
    }

    private int report(RowSummary summary) {
        name(summary.problems(), summary.refused());
        summary.published().forEach(month -> context.err()
                .println("left out, " + month + ": published figures of the month are there, and its patients would"
                        + " count twice"));
        context.out()
                .println("Imported " + summary.written() + " responses of " + summary.hospitals() + " hospital(s)"
                        + counted(summary.known(), " had been there before")
                        + counted(summary.repeated(), " row(s) say what another row says under the same id")
                        + counted(summary.leftOut(), " row(s) left out by the mapping")
                        + counted(summary.unanswered(), " row(s) without an answer")
                        + counted(summary.refused(), " row(s) refused") + ".");
        tell(summary.comments());
        return summary.refused() == 0 && summary.published().isEmpty() ? 0 : 1;
    }

    private void tell(RowComments comments) {
        if (comments.kept() + comments.refused() > 0) {
            String takenOut = comments.takenOut().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> each.getValue() + " " + each.getKey().code())
                    .collect(Collectors.joining(", "));
            context.out()
                    .println("Comments kept apart: " + comments.kept()
                            + (takenOut.isEmpty() ? "" : "; taken out of them: " + takenOut)
                            + counted(comments.refused(), " comment(s) not taken: too long, or with control characters")
                            + ".");
        }
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : "; " + count + what;
    }

    private void name(List<Problem> problems, long count) {
        problems.forEach(problem -> context.err()
                .println("refused, " + problem.path() + " " + problem.message()
                        + (problem.allowed().isEmpty() ? "" : ": " + String.join(", ", problem.allowed()))));
        if (count > problems.size()) {
            context.err().println("refused, " + (count - problems.size()) + " more");
        }
    }
}

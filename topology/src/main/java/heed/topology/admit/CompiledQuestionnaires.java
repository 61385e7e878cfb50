package heed.topology.admit;

import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.topology.response.MeasureCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prepares questionnaires for the hot path. Made once, read by all tasks. */
final class CompiledQuestionnaires {

    private final ByteTable<CompiledQuestionnaire> table = new ByteTable<>();

    /** Compiles {@code questionnaires}, taking measures from {@code catalogue}. */
    CompiledQuestionnaires(Questionnaires questionnaires, MeasureCatalogue catalogue) {
        for (Questionnaire questionnaire : questionnaires.all()) {
            table.put(bytes(questionnaire.id()), compile(questionnaire, catalogue));
        }
    }

    ByteTable<CompiledQuestionnaire> table() {
        return table;
    }

    private static CompiledQuestionnaire compile(Questionnaire questionnaire, MeasureCatalogue catalogue) {
        int count = questionnaire.questions().size();
        if (count > Long.SIZE) {
            throw new IllegalArgumentException("questionnaire " + questionnaire.id() + " has " + count
                    + " questions, at most " + Long.SIZE + " are allowed: split it into two");
        }
        ByteTable<CompiledQuestionnaire.Question> questions = new ByteTable<>();
        for (int i = 0; i < count; i++) {
            Question question = questionnaire.questions().get(i);
            List<Measure> measures = questionnaire.measures().stream()
                    .filter(measure -> measure.question().equals(question.code()))
                    .toList();
            questions.put(
                    bytes(question.code()),
                    new CompiledQuestionnaire.Question(1L << i, options(question, measures, catalogue)));
        }
        int watched = (int) questionnaire.measures().stream()
                .filter(measure -> measure.watch() != WatchRole.NONE)
                .count();
        return new CompiledQuestionnaire(questionnaire.id(), watched, questions);
    }

    private static ByteTable<CompiledQuestionnaire.Option> options(
            Question question, List<Measure> measures, MeasureCatalogue catalogue) {
        ByteTable<CompiledQuestionnaire.Option> options = new ByteTable<>();
        for (int i = 0; i < question.options().size(); i++) {
            List<CompiledQuestionnaire.Points> points = new ArrayList<>();
            for (Measure measure : measures) {
                int worth = measure.pointsByOption(question)[i];
                if (worth != Measure.EXCLUDED) {
                    points.add(new CompiledQuestionnaire.Points(catalogue.byName(measure.name()), worth));
                }
            }
            options.put(bytes(question.options().get(i).code()), new CompiledQuestionnaire.Option(List.copyOf(points)));
        }
        return options;
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}

package heed.connectors.mapping;

import heed.connectors.submission.Problems;
import heed.connectors.submission.SubmissionPlace;
import heed.connectors.submission.Submitted;
import heed.connectors.table.TableRow;
import heed.schemas.questionnaire.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the answers of a row, each from its column by its words. */
final class RowAnswers {

    private final Map<AnswerMapping, AnswerWords> words = new LinkedHashMap<>();

    RowAnswers(List<AnswerMapping> answers) {
        answers.forEach(answer -> words.put(answer, new AnswerWords(answer)));
    }

    /** Tells whether a row answers none of the questions. */
    boolean areNoneIn(TableRow row) {
        return words.entrySet().stream().allMatch(each -> each.getValue()
                .read(text(each.getKey(), row))
                .filter(String::isEmpty)
                .isPresent());
    }

    /** Tells whether a row ends before one of the questions, so that what was answered there is not known. */
    boolean areCutIn(TableRow row) {
        return words.keySet().stream()
                .anyMatch(answer ->
                        answer.field().column().filter(row::endsBefore).isPresent());
    }

    /** Returns the answers by their questions; one that no rule reads is reported. */
    Map<String, Submitted> read(TableRow row, SubmissionPlace place, Problems problems) {
        Map<String, Submitted> given = new LinkedHashMap<>();
        words.forEach((answer, reader) -> {
            String question = answer.question().code();
            String text = text(answer, row);
            Optional<String> code = reader.read(text);
            if (code.isEmpty()) {
                problems.add(
                        place.field("answers").field(question),
                        AnswerWords.advice(text),
                        answer.question().options().stream().map(Option::code).toList());
            } else if (!code.get().isEmpty()) {
                given.put(question, new Submitted.Text(code.get()));
            }
        });
        return given;
    }

    private static String text(AnswerMapping answer, TableRow row) {
        return answer.field().column().map(row::cell).orElseThrow();
    }
}

package heed.connectors.mapping;

import heed.connectors.table.TableRow;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds which column is what, by its name and by what stands in the first rows. */
final class GuessedColumns {

    private static final Map<String, List<String>> NAMES = Map.of(
            "id",
            List.of("id", "response id", "responseid", "response_id", "submission id", "feedback_id"),
            "hospital",
            List.of(
                    "hospital",
                    "hospital code",
                    "hospital_code",
                    "org_code",
                    "organisation code",
                    "trust code",
                    "site code",
                    "provider code",
                    "ods code",
                    "ods",
                    "facility id",
                    "trust",
                    "site"),
            "unit",
            List.of("unit", "ward", "ward name", "unit name", "clinic", "department", "service", "location"),
            "given_at",
            List.of(
                    "given_at",
                    "submitted",
                    "submitted at",
                    "submitdate",
                    "completion time",
                    "completed at",
                    "timestamp",
                    "created at",
                    "date",
                    "response date",
                    "date of response",
                    "recorded date"),
            "channel",
            List.of("channel", "mode", "method", "collection mode", "collection method"),
            "language",
            List.of("language", "lang", "startlanguage"),
            "age_band",
            List.of("age_band", "age band", "age", "age group"));

    /** Those of which a file that fits more than one leaves open which is meant stand side by side. */
    private static final List<String> FORMATS = List.of(
            "",
            "d/M/yyyy H:mm:ss",
            "d/M/yyyy H:mm",
            "d/M/yyyy",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            "M/d/yyyy",
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy h:mm a",
            "d/M/yy H:mm:ss",
            "d/M/yy H:mm",
            "M/d/yy H:mm:ss",
            "M/d/yy H:mm",
            "d.M.yyyy H:mm",
            "d.M.yyyy",
            "d-M-yyyy H:mm",
            "d MMM yyyy H:mm",
            "d MMM yyyy",
            "d-MMM-yyyy H:mm",
            "d-MMM-yyyy",
            "d-MMM-yy");

    private final List<String> columns;
    private final List<TableRow> sample;
    private final Map<Question, String> answers = new LinkedHashMap<>();

    private GuessedColumns(List<String> columns, List<TableRow> sample) {
        this.columns = columns;
        this.sample = sample;
    }

    static GuessedColumns of(List<String> names, List<TableRow> sample, Questionnaire questionnaire) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean once = Collections.frequency(names, names.get(i)) == 1
                    && !names.get(i).isBlank();
            columns.add(once ? names.get(i) : String.valueOf(i + 1));
        }
        var guessed = new GuessedColumns(columns, sample);
        for (Question question : questionnaire.questions()) {
            guessed.answer(question, questionnaire).ifPresent(column -> guessed.answers.put(question, column));
        }
        return guessed;
    }

    private Optional<String> answer(Question question, Questionnaire questionnaire) {
        long alike = questionnaire.questions().stream()
                .filter(other -> other.options().equals(question.options()))
                .count();
        Optional<String> named = columns.stream()
                .filter(column -> MappedWords.plain(column).equals(MappedWords.plain(question.code()))
                        || MappedWords.plain(column).equals(MappedWords.plain(question.text())))
                .findFirst();
        return named.or(() -> columns.stream()
                .filter(column -> alike == 1 && reads(question, column))
                .findFirst());
    }

    /** Tells whether words of a column are all answers to a question; numbers may be anything. */
    private boolean reads(Question question, String column) {
        var reader = new AnswerWords(new AnswerMapping(
                question, new FieldMapping(Optional.of(column), Optional.empty(), Map.of()), OptionalInt.empty()));
        List<String> said = said(column);
        return said.stream().anyMatch(text -> !text.matches("[0-9.,]*"))
                && said.stream().allMatch(text -> reader.read(text).isPresent());
    }

    private List<String> said(String column) {
        return sample.stream()
                .map(row -> row.cell(column))
                .filter(text -> !MappedWords.isNothing(text))
                .toList();
    }

    /** Returns the columns of answers. */
    Map<Question, String> answers() {
        return answers;
    }

    /** Tells whether a column has numbers that are no answers' codes. */
    boolean isNumbered(Question question, String column) {
        List<String> said = said(column);
        return !said.isEmpty()
                && said.stream().allMatch(text -> text.matches("[0-9]{1,2}(\\.0+)?.*"))
                && question.options().stream().noneMatch(option -> option.code().matches("[0-9]+"));
    }

    /** Returns the column that is named as columns of a field often are. */
    Optional<String> find(String field) {
        return NAMES.getOrDefault(field, List.of()).stream()
                .flatMap(name -> columns.stream()
                        .filter(column -> MappedWords.plain(column).equals(MappedWords.plain(name)))
                        .filter(column -> !answers.containsValue(column)))
                .findFirst();
    }

    /** Returns the formats that all times of a column have; the empty one is ISO 8601. */
    List<String> timeFormats(String column) {
        List<String> said = said(column);
        return FORMATS.stream()
                .filter(format -> {
                    TimeFormat reader = format.isEmpty() ? TimeFormat.ISO : TimeFormat.of(format);
                    return said.stream()
                            .allMatch(text -> reader.read(text, ZoneOffset.UTC).isPresent());
                })
                .toList();
    }
}

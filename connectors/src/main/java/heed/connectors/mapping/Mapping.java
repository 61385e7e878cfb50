package heed.connectors.mapping;

import heed.connectors.table.TableFormat;
import heed.schemas.questionnaire.Questionnaire;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says how the rows of a file become responses.
 *
 * @param source who exported the file: a vendor's ids are its own
 * @param leaveOut rows that are none, by the column that shows it
 * @param id column of the vendor's id; nothing where rows have none
 * @param fields by the names that submissions have for them
 * @param comment what patients wrote; nothing where it is not read
 */
public record Mapping(
        String source,
        Questionnaire questionnaire,
        TableFormat format,
        Map<String, Pattern> leaveOut,
        Optional<String> id,
        TimeMapping givenAt,
        Map<String, FieldMapping> fields,
        List<AnswerMapping> answers,
        Optional<CommentMapping> comment) {

    public Mapping {
        leaveOut = Map.copyOf(leaveOut);
        // In their order, so that of several columns that a row lacks the same one is named each time.
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        answers = List.copyOf(answers);
    }

    /** Returns the column of what patients wrote; nothing where it is not read. */
    public Optional<String> commentColumn() {
        return comment.map(CommentMapping::column);
    }

    /** Returns the columns that it reads. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        fields.values().forEach(field -> field.column().ifPresent(columns::add));
        columns.add(givenAt.column());
        id.ifPresent(columns::add);
        answers.forEach(answer -> answer.field().column().ifPresent(columns::add));
        comment.ifPresent(each -> columns.add(each.column()));
        columns.addAll(leaveOut.keySet());
        return columns;
    }
}

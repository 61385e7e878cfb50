package heed.connectors.mapping;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import heed.connectors.table.HeaderLines;
import heed.connectors.table.RowTable;
import heed.connectors.table.RowTaker;
import heed.connectors.table.TableFormat;
import heed.connectors.table.TableRow;
import heed.connectors.table.TableSource;
import heed.schemas.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a first mapping of a file: which line names the columns, which column is what, by names that exports use and
 * by what stands in them. What can't be told is left for a person to say, and the mapping is refused until then.
 */
public final class MappingGuess {

    private static final int LOOKED_AT = 200;
    private static final int TITLE_LINES = 30;
    private static final int LONGEST_SOURCE = 40;

    private final TableSource source;
    private final GuessedColumns columns;
    private final List<String> yaml = new ArrayList<>();

    private MappingGuess(TableSource source, GuessedColumns columns) {
        this.source = source;
        this.columns = columns;
    }

    /** Returns the mapping's YAML. */
    public static String of(TableSource source, Collection<Questionnaire> questionnaires) {
        HeaderLines header = header(source);
        RowTable table = RowTable.open(source, TableFormat.GUESSED.withHeader(header));
        List<TableRow> sample = sample(table, LOOKED_AT);
        Map<Questionnaire, GuessedColumns> guesses = new LinkedHashMap<>();
        questionnaires.forEach(one -> guesses.put(one, GuessedColumns.of(table.columns(), sample, one)));
        Map.Entry<Questionnaire, GuessedColumns> best = guesses.entrySet().stream()
                .max(Comparator.comparingInt(guess -> guess.getValue().answers().size()))
                .orElseThrow();
        return new MappingGuess(source, best.getValue()).write(best.getKey(), header);
    }

    /** The first of the lines that have the most cells, where that is not the first line at all. */
    private static HeaderLines header(TableSource source) {
        List<TableRow> rows =
                sample(RowTable.open(source, TableFormat.GUESSED.withHeader(HeaderLines.NONE)), TITLE_LINES);
        if (rows.isEmpty()) {
            return HeaderLines.FIRST;
        }
        TableRow widest = rows.get(0);
        for (TableRow row : rows) {
            widest = filled(row) > filled(widest) ? row : widest;
        }
        int line = (int) widest.line();
        return widest == rows.get(0) ? HeaderLines.FIRST : new HeaderLines(line, line);
    }

    private static long filled(TableRow row) {
        return row.content().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static List<TableRow> sample(RowTable table, int most) {
        List<TableRow> sample = new ArrayList<>();
        table.read(new RowTaker() {
            @Override
            public void take(TableRow row) {
                if (sample.size() < most) {
                    sample.add(row);
                }
            }

            @Override
            public void refuse(long line, String why) {
                // The ten rows that are shown say so.
            }
        });
        return sample;
    }

    private String write(Questionnaire questionnaire, HeaderLines header) {
        yaml.add(
                "# A first mapping of " + source.name().replaceAll("\\p{Cntrl}", "") + ", guessed: look at each line.");
        yaml.add("questionnaire: " + questionnaire.id());
        yaml.add("# Who exports such files: the same in every mapping of theirs, since ids are made of it.");
        yaml.add("source: " + sourceName());
        if (header.first() > 0) {
            yaml.add("file: {header: " + header.first() + "}");
        }
        yaml.add("# Rows that are none, by column and regular expression, as  Trust: \"England.*|Total\"");
        yaml.add("# leave_out: {}");
        columns.find("id").ifPresent(column -> yaml.add("id: {column: " + quoted(column) + "}"));
        field(
                "hospital",
                Optional.of("{value: \"\"}  # No column was found: say the column, or the code of all rows."));
        field("unit", Optional.empty());
        time();
        for (String name : List.of("channel", "language", "age_band")) {
            field(name, Optional.empty());
        }
        answers(questionnaire);
        return String.join("\n", yaml) + "\n";
    }

    private String sourceName() {
        String name = MappedWords.code(
                source.name().replaceFirst("\\.[A-Za-z]{1,6}$", "").replaceAll("[0-9]+", " "));
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_SOURCE));
    }

    private void field(String name, Optional<String> otherwise) {
        columns.find(name)
                .map(column -> "{column: " + quoted(column) + "}")
                .or(() -> otherwise)
                .ifPresent(value -> yaml.add(name + ": " + value));
    }

    private void time() {
        Optional<String> column = columns.find("given_at");
        List<String> formats = column.map(columns::timeFormats).orElse(List.of());
        String format = formats.size() == 1 && !formats.get(0).isEmpty()
                ? ", format: " + quoted(formats.get(0))
                : formats.size() > 1 ? ", format: \"\"" : "";
        yaml.add("given_at: {column: " + quoted(column.orElse("")) + format + "}"
                + (column.isEmpty() ? "  # No column was found: say which." : "")
                + (formats.size() > 1 ? "  # Day or month first can't be told: " + String.join(" or ", formats) : "")
                + (column.isPresent() && formats.isEmpty()
                        ? "  # Add its format, as  format: \"d MMM yyyy H:mm\""
                        : ""));
    }

    private void answers(Questionnaire questionnaire) {
        yaml.add("answers:");
        if (columns.answers().isEmpty()) {
            String first = questionnaire.questions().get(0).code();
            yaml.add("  " + first
                    + ": {column: \"\"}  # No column was found: say which for each question that was asked.");
        }
        columns.answers()
                .forEach((question, column) -> yaml.add("  " + question.code() + ": {column: "
                        + quoted(column)
                        + (columns.isNumbered(question, column)
                                ? ", numbers: 1}  # Is 1 '"
                                        + question.options().get(0).text() + "'? If not, say words."
                                : "}")));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}

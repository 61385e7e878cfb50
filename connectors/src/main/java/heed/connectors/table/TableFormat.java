package heed.connectors.table;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how a file is written down, as far as somebody has said it; the rest is guessed by stated rules.
 *
 * @param kind else by the end of the file's name: {@code .xlsx}, {@code .xlsm}, {@code .tsv}, {@code .ndjson},
 *     {@code .jsonl}, {@code .json}; all others are CSV
 * @param delimiter else a line {@code sep=;}, else the one of {@code , ; |} and the tab that is most often in the
 *     header, or where no line is that, in the first twenty lines
 * @param encoding else by {@link TextEncoding}
 * @param sheet of a workbook; else the one that can be seen and has anything in it
 */
public record TableFormat(
        Optional<Kind> kind,
        Optional<Character> delimiter,
        Optional<Charset> encoding,
        Optional<String> sheet,
        HeaderLines header) {

    /** All of it guessed, and the header on the first line that is not empty. */
    public static final TableFormat GUESSED =
            new TableFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), HeaderLines.FIRST);

    /** The kinds of file. */
    public enum Kind {
        CSV,
        TSV,
        NDJSON,
        XLSX
    }

    /** Returns the same of another sheet. */
    public TableFormat withSheet(Optional<String> named) {
        return new TableFormat(kind, delimiter, encoding, named, header);
    }

    /** Returns the same with other lines that name the columns. */
    public TableFormat withHeader(HeaderLines lines) {
        return new TableFormat(kind, delimiter, encoding, sheet, lines);
    }

    Kind kindOf(TableSource source) {
        return kind.orElseGet(() -> {
            String name = source.name().toLowerCase(Locale.ROOT);
            if (name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json")) {
                return Kind.NDJSON;
            }
            if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
                return Kind.XLSX;
            }
            return name.endsWith(".tsv") || name.endsWith(".tab") ? Kind.TSV : Kind.CSV;
        });
    }
}

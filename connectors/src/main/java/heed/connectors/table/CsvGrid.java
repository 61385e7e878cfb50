package heed.connectors.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads lines whose cells are parted by a character, cells with that character or line ends in quotes. */
final class CsvGrid implements Grid {

    private static final Pattern SEP = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 20;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final TableSource source;
    private final TextEncoding encoding;
    private final char delimiter;

    private CsvGrid(TableSource source, TextEncoding encoding, char delimiter) {
        this.source = source;
        this.encoding = encoding;
        this.delimiter = delimiter;
    }

    static CsvGrid open(TableSource source, TableFormat format, TextEncoding encoding) throws IOException {
        HeaderLines lines = format.header();
        char delimiter;
        try (BufferedReader text = encoding.reader(source)) {
            String first = text.readLine();
            if (first == null) {
                throw new TableException(
                        source.name() + " is empty: export it again, its first line names the columns");
            }
            Matcher sep = SEP.matcher(first.strip());
            if (format.delimiter().isPresent()) {
                delimiter = format.delimiter().get();
            } else if (sep.matches()) {
                delimiter = sep.group(1).charAt(0);
            } else if (format.kindOf(source) == TableFormat.Kind.TSV) {
                delimiter = '\t';
            } else {
                delimiter = mostOften(headerLine(first, text, lines));
            }
        }
        return new CsvGrid(source, encoding, delimiter);
    }

    private static String headerLine(String first, BufferedReader text, HeaderLines lines) throws IOException {
        String line = first;
        if (lines.isNone()) {
            return first + text.lines().limit(LOOKED_AT).collect(Collectors.joining("\n"));
        }
        for (int number = 1; line.isBlank() || number < lines.first(); number++) {
            String next = text.readLine();
            if (next == null) {
                return line;
            }
            line = next;
        }
        return line;
    }

    private static char mostOften(String line) {
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        return DELIMITERS.stream()
                .max((a, b) -> Long.compare(count(unquoted, a), count(unquoted, b)))
                .filter(most -> count(unquoted, most) > 0)
                .orElse(',');
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }

    private CSVParser parser() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        return format.parse(encoding.reader(source));
    }

    @Override
    public void read(LineTaker taker) throws IOException {
        try (CSVParser parser = parser()) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = 1;
            boolean more = true;
            try {
                while (more && records.hasNext()) {
                    CSVRecord record = records.next();
                    more = isSep(record, line) || taker.take(line, record.toList());
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException e) {
                throw new TableException(
                        source.name() + ", line " + line + ": the quotes of this row don't close, or text follows them;"
                                + " mend them, nothing was read beyond",
                        e);
            }
        }
    }

    @Override
    public String lackOfTooLongLine() {
        return "a cell with a '" + delimiter + "' in it needs quotes";
    }

    private static boolean isSep(CSVRecord record, long line) {
        // With ';' between the cells, a line "sep=;" is the cell "sep=" and an empty one.
        return line == 1 && record.get(0).toLowerCase(Locale.ROOT).startsWith("sep=");
    }
}

package heed.connectors.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads rows whose cells are parted by a character, cells with that character or line ends in quotes. */
final class CsvTable implements RowTable {

    private static final Pattern SEP = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 20;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final TableSource source;
    private final TextEncoding encoding;
    private final HeaderLines lines;
    private final char delimiter;
    private final Header header;

    private CsvTable(TableSource source, TextEncoding encoding, HeaderLines lines, char delimiter) {
        this.source = source;
        this.encoding = encoding;
        this.lines = lines;
        this.delimiter = delimiter;
        this.header = header();
    }

    static CsvTable open(TableSource source, TableFormat format, TextEncoding encoding) throws IOException {
        HeaderLines lines = format.header();
        char delimiter;
        try (BufferedReader text = encoding.reader(source)) {
            String first = text.readLine();
            if (first == null) {
                throw new TableException(source.name() + " is empty");
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
        return new CsvTable(source, encoding, lines, delimiter);
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

    private Header header() {
        List<List<String>> found = new ArrayList<>();
        try (CSVParser parser = parser()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (!lines.isNone() && (found.isEmpty() || found.size() <= lines.last() - lines.first())) {
                long line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext() || (lines.first() > 0 && line > lines.last())) {
                    break;
                }
                CSVRecord record = records.next();
                if (!isBlank(record) && !isSep(record, line) && lines.takes(line, !found.isEmpty())) {
                    found.add(record.toList());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TableException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
        if (found.isEmpty() && !lines.isNone()) {
            throw new TableException(source.name() + " has no line that names its columns"
                    + (lines.first() == 0 ? "" : ": line " + lines.first() + ", which the mapping says, has none"));
        }
        return Header.of(found);
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
    public List<String> columns() {
        return header.names();
    }

    @Override
    public void require(Collection<String> columns) {
        header.require(source.name(), columns);
    }

    @Override
    public void read(RowTaker taker) {
        try (CSVParser parser = parser()) {
            Iterator<CSVRecord> records = parser.iterator();
            boolean afterHeader = lines.isNone();
            long line = 1;
            try {
                while (records.hasNext()) {
                    CSVRecord record = records.next();
                    if (isBlank(record) || isSep(record, line) || lines.isAbove(line)) {
                        // Says nothing.
                    } else if (lines.takes(line, afterHeader)) {
                        afterHeader = true;
                    } else {
                        take(new CsvRow(line, record, header), record, taker);
                    }
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException e) {
                throw new TableException(
                        source.name() + ", line " + line + ": the quotes of this row don't close, or text follows them;"
                                + " mend them, nothing was read beyond",
                        e);
            }
        } catch (IOException e) {
            throw new TableException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
    }

    private void take(CsvRow row, CSVRecord record, RowTaker taker) {
        int width = header.width();
        boolean over = width > 0 && record.stream().skip(width).anyMatch(cell -> !cell.isBlank());
        if (over) {
            taker.refuse(
                    row.line(),
                    "has " + record.size() + " cells, more than the " + width
                            + " columns that the header names; a cell with a '" + delimiter + "' in it needs quotes");
        } else {
            taker.take(row);
        }
    }

    private static boolean isSep(CSVRecord record, long line) {
        // With ';' between the cells, a line "sep=;" is the cell "sep=" and an empty one.
        return line == 1 && record.get(0).toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}

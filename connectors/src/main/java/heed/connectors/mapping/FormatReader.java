package heed.connectors.mapping;

import heed.connectors.table.HeaderLines;
import heed.connectors.table.TableFormat;
import heed.schemas.name.NearestName;
import heed.schemas.yaml.YamlFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a mapping says of how its file is written down. */
final class FormatReader {

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16LE,
            "windows-1252", Charset.forName("windows-1252"));
    private static final List<String> KINDS = List.of("csv", "tsv", "ndjson", "xlsx");
    private static final Pattern LINES = Pattern.compile("([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?");

    private final YamlFile yaml;

    FormatReader(YamlFile yaml) {
        this.yaml = yaml;
    }

    TableFormat read(YamlFile.Table table) {
        table.onlyKnows(List.of("format", "delimiter", "encoding", "sheet", "header"));
        Optional<TableFormat.Kind> kind = table.has("format")
                ? named(table, "format", KINDS).map(word -> TableFormat.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                : Optional.empty();
        Optional<Charset> encoding = table.has("encoding")
                ? named(table, "encoding", List.of("utf-8", "utf-16", "windows-1252"))
                        .map(word -> Objects.requireNonNull(ENCODINGS.get(word)))
                : Optional.empty();
        Optional<Character> delimiter =
                table.has("delimiter") ? delimiter(table.anyText("delimiter")) : Optional.empty();
        HeaderLines header = table.has("header") ? header(table.text("header")) : HeaderLines.FIRST;
        Optional<String> sheet =
                table.has("sheet") ? Optional.of(table.text("sheet").value()) : Optional.empty();
        return new TableFormat(kind, delimiter, encoding, sheet, header);
    }

    private Optional<String> named(YamlFile.Table table, String key, List<String> allowed) {
        YamlFile.Text text = table.text(key);
        String word = text.value().toLowerCase(Locale.ROOT);
        if (allowed.contains(word)) {
            return Optional.of(word);
        }
        yaml.problem(
                text.line(),
                "file: " + key + " must be one of " + String.join(", ", allowed) + "; the nearest is "
                        + NearestName.of(word, allowed));
        return Optional.empty();
    }

    private Optional<Character> delimiter(YamlFile.Text text) {
        String said = text.value().equals("tab") ? "\t" : text.value();
        if (said.length() == 1 && !"\"\r\n".contains(said)) {
            return Optional.of(said.charAt(0));
        }
        yaml.problem(text.line(), "file: delimiter must be one character between cells, or the word tab");
        return Optional.empty();
    }

    private HeaderLines header(YamlFile.Text text) {
        if (text.value().equals("none")) {
            return HeaderLines.NONE;
        }
        Matcher lines = LINES.matcher(text.value());
        if (lines.matches()) {
            int first = Integer.parseInt(lines.group(1));
            int last = lines.group(2) == null ? first : Integer.parseInt(lines.group(2));
            if (last >= first) {
                return new HeaderLines(first, last);
            }
        }
        yaml.problem(text.line(), "file: header must be a line as 3, lines as 3-4, or none");
        return HeaderLines.FIRST;
    }
}

package heed.connectors.export;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableFileTest {

    private static final List<FlatColumn> COLUMNS = List.of(
            new FlatColumn("text", Kind.TEXT, Presence.ALWAYS, "Text."),
            new FlatColumn("value", Kind.WHOLE, Presence.MAY_BE_ABSENT, "A value."));

    @TempDir
    private Path directory;

    private Map<String, String> written(int mostRows, List<List<Object>> rows) throws IOException {
        Path workbook = directory.resolve("scores.xlsx");
        try (XlsxTableFile file = new XlsxTableFile("scores", COLUMNS, Files.newOutputStream(workbook), mostRows)) {
            for (List<Object> row : rows) {
                file.write(row);
            }
        }
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void textIsTextWhateverItBeginsWithAndANumberIsANumber() throws Exception {
        // When
        String sheet = written(
                        10,
                        List.of(Arrays.asList("=1+1", 12L), Arrays.asList("+44", 0.1 + 0.2), Arrays.asList("H1", null)))
                .get("xl/worksheets/sheet1.xml");

        // Then
        assertThat(sheet)
                .contains("<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>")
                .contains("<c r=\"B2\" t=\"n\"><v>12</v></c>", "<c r=\"B3\" t=\"n\"><v>0.30000000000000004</v></c>")
                .doesNotContain("<f>", "r=\"B4\"");
    }

    @Test
    void aNumberOfMoreDigitsThanASpreadsheetKeepsIsTextAndATimeHasItsZone() throws Exception {
        // When
        String sheet = written(
                        10,
                        List.of(
                                Arrays.asList("a", 999_999_999_999_999L),
                                Arrays.asList("b", 1_000_000_000_000_000L),
                                Arrays.asList("c", Instant.parse("2026-03-01T12:00:00Z"))))
                .get("xl/worksheets/sheet1.xml");

        // Then
        assertThat(sheet)
                .contains("<v>999999999999999</v>", ">1000000000000000</t>", ">2026-03-01T12:00:00Z</t>")
                .doesNotContain("<v>1000000000000000</v>");
    }

    @Test
    void whatOneSheetCannotHoldIsOnTheNextUnderTheSameNames() throws Exception {
        // When
        Map<String, String> parts =
                written(2, List.of(Arrays.asList("a", 1L), Arrays.asList("b", 2L), Arrays.asList("c", 3L)));

        // Then
        assertThat(parts.get("xl/workbook.xml")).contains("\"scores\"", "\"scores 2\"", "\"scores 3\"");
        assertThat(parts.get("xl/worksheets/sheet3.xml"))
                .contains(">text</t>", ">c</t>")
                .doesNotContain(">b</t>");
    }
}

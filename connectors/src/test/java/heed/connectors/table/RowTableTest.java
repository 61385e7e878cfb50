package heed.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTableTest {

    @Test
    void quotesMayHoldLineBreaksQuotesAndDelimitersAndARowIsNamedByWhereItBegins() {
        // When
        List<String> rows =
                rows("code,name\nRQA,\"Name with\nnewline, and \"\"quotes\"\"\"\n\nRQB,Next\n", "code", "name");

        // Then
        assertThat(rows).containsExactly("2: RQA|Name with newline, and \"quotes\"", "5: RQB|Next");
    }

    @Test
    void aLineThatSaysTheDelimiterIsNoRow() {
        // When
        List<String> rows = rows("sep=;\r\ncode;name\r\nRQX;a, b, c, d\r\n", "code", "name");

        // Then
        assertThat(rows).containsExactly("3: RQX|a, b, c, d");
    }

    @Test
    void theDelimiterIsTheOneThatIsMostOftenInTheHeader() {
        // When
        List<String> semicolons = rows("code;\"a, b, c\";n\nRQX;1;2\n", "code", "n");
        List<String> tabs = rows("code\tn\nRQX\t2\n", "code", "n");

        // Then
        assertThat(semicolons).containsExactly("2: RQX|2");
        assertThat(tabs).containsExactly("2: RQX|2");
    }

    @Test
    void capitalsNoBreakSpacesAndAByteOrderMarkAreNothing() {
        // When
        List<String> rows = rows("\uFEFF ORG\u00A0Code ,n\nRQL\u00A0 ,60\u00A0\n", "org code", "N");

        // Then
        assertThat(rows).containsExactly("2: RQL|60");
    }

    @Test
    void utf16AndWindows1252AreReadWithoutBeingSaid() {
        // When
        List<String> little = rows(bytes("\uFEFFcode,n\nRQX,caf\u00E9\n", StandardCharsets.UTF_16LE), "code", "n");
        List<String> unmarked = rows(bytes("code,n\nRQX,caf\u00E9\n", StandardCharsets.UTF_16BE), "code", "n");
        List<String> windows = rows(bytes("code,n\nRQX,caf\u00E9\n", Charset.forName("windows-1252")), "code", "n");

        // Then
        assertThat(little)
                .containsExactly("2: RQX|caf\u00E9")
                .isEqualTo(unmarked)
                .isEqualTo(windows);
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() {
        // Given
        byte[] mixed = bytes("code,n\nRQX,caf\u00E9\nRQY,?\n", StandardCharsets.UTF_8);
        mixed[mixed.length - 2] = (byte) 0xE9;
        byte[] workbook = {'P', 'K', 3, 4, 0, 0};

        // When // Then
        assertThatThrownBy(() -> rows(mixed, "code"))
                .hasMessage("f.csv, line 3: this is text in none of UTF-8, UTF-16 and Windows-1252; save it as CSV in"
                        + " UTF-8 and import that");
        assertThatThrownBy(() -> rows(workbook, "code"))
                .hasMessage("f.csv is a workbook or a packed file, and its name does not end in .xlsx; rename it, or"
                        + " save it as CSV in UTF-8 and import that");
        assertThatThrownBy(() -> rows("code\nRQX\n\u0000\n".getBytes(StandardCharsets.UTF_8), "code"))
                .hasMessageStartingWith("f.csv, line 3: ");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefusedWhereItIsRead() {
        // When // Then
        assertThatThrownBy(() -> rows("org_code,total,negative,Total\nRQH,60,2,999\n", "org_code", "total"))
                .hasMessage("f.csv has the column 'total' more than once, as columns 2 and 4: which one is meant can't"
                        + " be told; take one out, or name it in a mapping by its number");
        assertThat(rows("org_code,total,negative,Total\nRQH,60,2,999\n", "org_code", "2"))
                .containsExactly("2: RQH|60");
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithTheNearest() {
        // When // Then
        assertThatThrownBy(() -> rows("hospital,n\nRQX,1\n", "hopsital"))
                .hasMessage("f.csv has no column 'hopsital'; the nearest is 'hospital'; it has hospital, n");
    }

    @Test
    void aHeaderBelowATitleIsPointedAt() {
        // When // Then
        assertThatThrownBy(() -> rows("Export of April\n\nHospital,n\nH1,1\n", "hospital", "n"))
                .hasMessage("f.csv names its columns on line 3: say  file: {header: 3}  in the mapping");
    }

    @Test
    void columnsOfWhichNoneIsThereAreNamedInOneSentence() {
        // When // Then
        assertThatThrownBy(() -> rows("a,b\n1,2\n", "n", "hospital"))
                .hasMessage("f.csv has none of the columns that are to be read, 'hospital', 'n'; it has a, b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "%PDF-1.4#f.csv is a PDF; have what made it export its table as CSV in UTF-8, and import that",
                "\uFEFF <html><table>#f.csv is a web page or XML, whatever its name; open it in a spreadsheet and save it as CSV in UTF-8 and import that",
                "<?xml version='1.0'?>#f.csv is a web page or XML, whatever its name; open it in a spreadsheet and save it as CSV in UTF-8 and import that",
                "[ {\"hospital\": 1}]#f.csv is one array of JSON; write its objects a line each into a file whose name ends in .ndjson (jq -c '.[]' does) and import that",
                "``#f.csv is empty: export it again, its first line names the columns"
            })
    void whatIsNoTableIsToldByWhatItIs(String text, String said) {
        // When // Then
        assertThatThrownBy(() -> rows(text, "hospital")).hasMessage(said);
    }

    @Test
    void aFileOfJsonIsReadAsLinesOfIt() {
        // When
        List<String> rows = rows(
                new TableSource(
                        "f.json", () -> new ByteArrayInputStream("{\"n\": 1}\n".getBytes(StandardCharsets.UTF_8))),
                HeaderLines.FIRST,
                "n");

        // Then
        assertThat(rows).containsExactly("1: 1");
    }

    @Test
    void theHeaderMayStandBelowTitlesAndOnSeveralLines() {
        // Given
        String text = "Friends and Family Test\n\nTrust,Mode,,\nCode,SMS,Paper,Total\nRQX,1,2,3\n";

        // When
        List<String> rows = rows(
                bytes(text, StandardCharsets.UTF_8), new HeaderLines(3, 4), "Trust Code", "Mode SMS", "Mode Paper");

        // Then
        assertThat(rows).containsExactly("5: RQX|1|2");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsRefusedForItsCellsMayHaveMoved() {
        // When
        List<String> rows = rows("a,b\n1,2,3\n1,2,,\n", "a", "b");

        // Then
        assertThat(rows)
                .containsExactly(
                        "2! has 3 cells, more than the 2 columns that the header names; a cell with a ',' in it needs"
                                + " quotes",
                        "3: 1|2");
    }

    @Test
    void quotesThatDoNotCloseAreRefusedWithTheLineTheyBeginOn() {
        // When // Then
        assertThatThrownBy(() -> rows("a,b\n1,2\n3,\"4\n5,6\n", "a"))
                .hasMessage(
                        "f.csv, line 3: the quotes of this row don't close, or text follows them; mend them, nothing"
                                + " was read beyond");
    }

    @Test
    void ndjsonHasColumnsByNameAndByPointerAndNumbersWithoutDecimalsOfZero() {
        // Given
        String text = "{\"id\":1,\"data\":{\"q1\":9.0}}\n\n{\"id\":2,\"id\":3}\n[]\n{\"id\":null}\n";
        var source = new TableSource("f.ndjson", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        // When
        List<String> rows = rows(source, HeaderLines.FIRST, "id", "/data/q1");

        // Then
        assertThat(rows)
                .containsExactly(
                        "1: 1|9",
                        "3! is not JSON, or has a field twice, at column 13",
                        "4! is not a JSON object",
                        "5: |");
    }

    private static List<String> rows(String text, String... columns) {
        return rows(bytes(text, StandardCharsets.UTF_8), columns);
    }

    private static List<String> rows(byte[] file, String... columns) {
        return rows(file, HeaderLines.FIRST, columns);
    }

    private static List<String> rows(byte[] file, HeaderLines header, String... columns) {
        return rows(new TableSource("f.csv", () -> new ByteArrayInputStream(file)), header, columns);
    }

    private static List<String> rows(TableSource source, HeaderLines header, String... columns) {
        RowTable table = RowTable.open(source, TableFormat.GUESSED.withHeader(header));
        table.require(List.of(columns));
        List<String> rows = new ArrayList<>();
        table.read(new RowTaker() {
            @Override
            public void take(TableRow row) {
                rows.add(row.line() + ": "
                        + String.join(
                                "|", List.of(columns).stream().map(row::cell).toList()));
            }

            @Override
            public void refuse(long line, String why) {
                rows.add(line + "! " + why);
            }
        });
        return rows;
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}

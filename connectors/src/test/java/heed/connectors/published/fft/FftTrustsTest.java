package heed.connectors.published.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.BadRow;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.PublishedTable;
import heed.connectors.published.TotalRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FftTrustsTest {

    private static final String HEADER = "org_code,total_responses,positive_count,negative_count\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "H1,x,1,0|total_responses must be a whole number, was 'x'",
                "H1,1.5,1,0|total_responses must be a whole number, was '1.5'",
                "H1,1.2E+02,1,0|total_responses was '1.2E+02', of which a spreadsheet has left digits out: give the column a plain number format, and save it again",
                "H1,3,,0|positive_count must be a whole number, was ''",
                "H1,0,1,|negative_count must be a whole number, was ''",
                "H1,3,1,-1|negative_count must be a whole number, was '-1'",
                "H1,1000001,1,1|total_responses must be 0 to 1000000, was 1000001",
                "H1,3,2,2|positive_count + negative_count is 4, more than total_responses, 3",
                "<none>,3,2,1|org_code is empty",
                "H 1,3,2,1|org_code must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'H 1'",
                "H1,3,2|ends before the column negative_count"
            })
    void putsABadRowAsideWithItsLineAndTakesTheOthers(String row, String problem) {
        // When
        PublishedFigures table = read(HEADER + "H0,3,2,1\n" + row.replace("<none>", "") + "\nH9,1,1,0");

        // Then
        assertThat(table.rest().rejected()).containsExactly(new BadRow(3, problem));
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H0", 3, 2, 1), FftRow.ofKinds("H9", 1, 1, 0)));
    }

    @Test
    void takesColumnsInAnyOrderQuotedFieldsAndAByteOrderMark() {
        // When
        PublishedFigures table = read(String.join(
                "\r\n",
                "\uFEFFnegative_count,name,org_code,positive_count,total_responses,more",
                "1,\"ONE, \"\"THE\"\"\nTRUST\",H1,2,\"4\",x",
                "0,TWO,H2,1,1,x"));

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H1", 4, 2, 1), FftRow.ofKinds("H2", 1, 1, 0)));
        assertThat(table.rest().rejected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4236,'4,236'", "4236,4 236", "120,120.0", "120,1.20E+02"})
    void readsWholeNumbersAsSpreadsheetsWriteThem(int count, String cell) {
        // When
        PublishedFigures table = read(HEADER + "H1,\"" + cell + "\",1,0\n");

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H1", count, 1, 0)));
    }

    @Test
    void takesNeitherOfTwoRowsOfOneTrust() {
        // When
        PublishedFigures table = read(HEADER + "H1,3,2,1\nH2,1,1,0\nH1,5,4,0\n");

        // Then
        String problem = "org_code H1 is on the lines 2 and 4: add them up, or keep the one that is meant";
        assertThat(table.rest().rejected()).containsExactly(new BadRow(2, problem), new BadRow(4, problem));
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H2", 1, 1, 0)));
    }

    @Test
    void takesEachAnswerFromAMonthlyFileBelowItsTitleAndLeavesOutTotalsAndNotes() {
        // When
        PublishedFigures table = read(
                """
                Friends and Family Test,,,,,,,,
                ,,,,,,,,
                Trust Code,Trust Name,Total Responses,Very Good,Good,"Neither Good
                nor Poor",Poor,Very Poor,Don't Know
                ,England (including Independent Sector Providers),"1,006","1,001",2,1,1,1,0
                H1,ONE,"1,006","1,001",2,1,1,1,0
                H2,TWO,*,*,*,*,*,*,*
                H3,THREE,7,5,1,0,0,0,0
                Source: monthly return,,,,,,,,""");

        // Then
        assertThat(table.hospitals())
                .isEqualTo(List.of(
                        FftRow.ofAnswers("H1", new FftAnswers(1_001, 2, 1, 1, 1, 0)), FftRow.ofKinds("H2", 0, 0, 0)));
        assertThat(table.withheld()).isEqualTo(1);
        assertThat(table.rest().totals())
                .containsExactly(new TotalRow(5, "England (including Independent Sector Providers)", "1,006"));
        assertThat(table.rest().rejected())
                .containsExactly(new BadRow(8, "the answers add up to 6, and total responses is 7"));
    }

    @Test
    void takesEnglandForNoTrust() {
        // When
        PublishedFigures table = read(HEADER + "H1,3,2,1\nEngland,3,2,1\n,,,\n");

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H1", 3, 2, 1)));
        assertThat(table.rest())
                .isEqualTo(new PublishedTable.Rest(List.of(new TotalRow(3, "England", "3")), List.of()));
    }

    @Test
    void refusesAFileWithAColumnTwice() {
        // When // Then
        assertThatThrownBy(() ->
                        read("org_code,total_responses,positive_count,negative_count,total_responses\nH1,3,2,1,9\n"))
                .isInstanceOf(PublishedException.class)
                .hasMessageContaining("has the column 'total_responses' more than once, as columns 2 and 5");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE,true",
        "UTF-16BE,true",
        "UTF-8,true",
        "windows-1252,false",
        "UTF-16LE,false",
    })
    void readsTheSameInEachEncodingAndDelimiter(String charset, boolean mark) {
        // When
        PublishedFigures table = read(
                (mark ? "\uFEFF" : "") + "org_code;org_name;total_responses;positive_count;negative_count\r\n"
                        + "H1\u00A0;Caf\u00e9;60\u00A0;55;2\r\n",
                Charset.forName(charset));

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H1", 60, 55, 2)));
    }

    @Test
    void takesATotalAsLargeAsTheLimitAndAllOfItPositive() {
        // When // Then
        assertThat(read(HEADER + "H1,1000000,1000000,0\n").hospitals())
                .isEqualTo(List.of(FftRow.ofKinds("H1", 1_000_000, 1_000_000, 0)));
    }

    @Test
    void takesAnEditionThatIsNotInUtf8() {
        // When
        PublishedFigures table = read(
                "org_code,org_name,total_responses,positive_count,negative_count\nH1,Caf\u00e9,1,1,0\n",
                StandardCharsets.ISO_8859_1);

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(FftRow.ofKinds("H1", 1, 1, 0)));
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        // When // Then
        assertThatThrownBy(() -> read("org_code,total_responses\nH1,1\n"))
                .isInstanceOf(PublishedException.class)
                .hasMessage("test.csv lacks the columns [positive_count, negative_count]; one line must name"
                        + " [org_code, total_responses, positive_count, negative_count], or [trust code, total responses, very"
                        + " good, good, neither good nor poor, poor, very poor, don't know], or [trust code, total"
                        + " responses, extremely likely, likely, neither likely nor unlikely, unlikely, extremely"
                        + " unlikely, don't know]");
    }

    @Test
    void refusesAnEmptyFile() {
        // When // Then
        assertThatThrownBy(() -> read(""))
                .hasMessage("test.csv is empty: export it again, its first line names the columns");
    }

    @Test
    void refusesAFileThatIsNoCsv() {
        // When // Then
        assertThatThrownBy(() -> read(HEADER + "\"H1,1,1,0\n"))
                .hasMessageStartingWith("test.csv, line 2: the quotes of this row don't close");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        // Given
        var source = new PublishedSource("gone.csv", YearMonth.of(2026, 3), () -> {
            throw new IOException("no such file");
        });

        // When // Then
        assertThatThrownBy(() -> new FftTrusts().read(source))
                .isInstanceOf(PublishedException.class)
                .hasMessage("cannot read gone.csv: no such file");
    }

    @Test
    void saysThatAFileIsNotThere() {
        // Given
        Path gone = Path.of("nowhere", "gone.csv");

        // When // Then
        assertThatThrownBy(() -> new FftTrusts().read(PublishedSource.ofFile(gone, YearMonth.of(2026, 3))))
                .isInstanceOf(PublishedException.class)
                .hasMessage("cannot read gone.csv: there is no such file");
    }

    @Test
    void aWorkbookIsReadByTheSheetThatIsSaid() throws IOException {
        // Given
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            workbook.newWorksheet("Notes").value(0, 0, "Published in May");
            Worksheet trusts = workbook.newWorksheet("Trusts");
            trusts.value(0, 0, "Friends and Family Test");
            List<String> columns =
                    List.of("org_code", "org_name", "total_responses", "positive_count", "negative_count");
            for (int i = 0; i < columns.size(); i++) {
                trusts.value(2, i, columns.get(i));
            }
            trusts.value(3, 0, "RQX");
            trusts.value(3, 1, "Homerton");
            trusts.value(3, 2, 1_234);
            trusts.value(3, 3, 1_200);
            trusts.value(3, 4, 20);
        }
        var source = new PublishedSource(
                "fft.xlsx", YearMonth.of(2026, 3), () -> new ByteArrayInputStream(bytes.toByteArray()));

        // When
        PublishedFigures figures = new FftTrusts().read(source.of("trusts"));

        // Then
        assertThat(figures.hospitals()).singleElement().satisfies(trust -> assertThat(trust.code())
                .isEqualTo("RQX"));
        assertThatThrownBy(() -> new FftTrusts().read(source))
                .isInstanceOf(PublishedException.class)
                .hasMessage(
                        "fft.xlsx has the sheets Notes, Trusts: say which by  file: {sheet: ...}  in a mapping, or by"
                                + " --sheet for published figures");
    }

    private static PublishedFigures read(String csv) {
        return read(csv, StandardCharsets.UTF_8);
    }

    private static PublishedFigures read(String csv, Charset charset) {
        return new FftTrusts()
                .read(new PublishedSource(
                        "test.csv", YearMonth.of(2026, 3), () -> new ByteArrayInputStream(csv.getBytes(charset))));
    }
}

package heed.connectors.published.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.BadRow;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
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
                "H1,*,*,*|total_responses must be a whole number, was '*'",
                "H1,3,,0|positive_count must be a whole number, was ''",
                "H1,0,1,|negative_count must be a whole number, was ''",
                "H1,3,1,-1|negative_count must be 0 to 1000000, was -1",
                "H1,1000001,1,1|total_responses must be 0 to 1000000, was 1000001",
                "H1,3,2,2|positive_count + negative_count is 4, more than total_responses, 3",
                "<none>,3,2,1|org_code is empty",
                "H 1,3,2,1|org_code must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'H 1'",
                "H0,3,2,1|org_code H0 is on line 2 already",
                "H1,3,2|ends before the column negative_count"
            })
    void putsABadRowAsideWithItsLineAndTakesTheOthers(String row, String problem) {
        // When
        PublishedFigures table = read(HEADER + "H0,3,2,1\n" + row.replace("<none>", "") + "\nH9,1,1,0");

        // Then
        assertThat(table.rejected()).containsExactly(new BadRow(3, problem));
        assertThat(table.hospitals()).isEqualTo(List.of(new FftRow("H0", 3, 2, 1), new FftRow("H9", 1, 1, 0)));
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
        assertThat(table.hospitals()).isEqualTo(List.of(new FftRow("H1", 4, 2, 1), new FftRow("H2", 1, 1, 0)));
        assertThat(table.rejected()).isEmpty();
    }

    @Test
    void takesATotalAsLargeAsTheLimitAndAllOfItPositive() {
        // When // Then
        assertThat(read(HEADER + "H1,1000000,1000000,0\n").hospitals())
                .isEqualTo(List.of(new FftRow("H1", 1_000_000, 1_000_000, 0)));
    }

    @Test
    void takesAnEditionThatIsNotInUtf8() {
        // When
        PublishedFigures table = read(
                "org_code,org_name,total_responses,positive_count,negative_count\nH1,Caf\u00e9,1,1,0\n",
                StandardCharsets.ISO_8859_1);

        // Then
        assertThat(table.hospitals()).isEqualTo(List.of(new FftRow("H1", 1, 1, 0)));
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        // When // Then
        assertThatThrownBy(() -> read("org_code,total_responses\nH1,1\n"))
                .isInstanceOf(PublishedException.class)
                .hasMessage("test.csv lacks the columns [positive_count, negative_count]; its first line must name"
                        + " [org_code, total_responses, positive_count, negative_count]");
    }

    @Test
    void refusesAnEmptyFile() {
        // When // Then
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("test.csv is empty; its first line must name");
    }

    @Test
    void refusesAFileThatIsNoCsv() {
        // When // Then
        assertThatThrownBy(() -> read(HEADER + "\"H1,1,1,0\n")).hasMessageStartingWith("cannot read test.csv: ");
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
                .hasMessage("cannot read gone.csv: there is no such file " + gone);
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

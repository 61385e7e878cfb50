package heed.connectors.published.ncpes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.BadRow;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NcpesTrustQuestionsTest {

    private static final String HEADER = "code,q,n_unadj,pct_unadj,ci_lo_unadj,ci_hi_unadj,n_adj\n";
    private static final NcpesTrust H0 = new NcpesTrust(
            "H0", List.of(new QuestionFigures("q1", List.of("positive", "not_positive"), List.of(5, 5))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "H1,Q3,10,50,23.7,76.3,10|q must be a question of ncpes-2018, was 'Q3'",
                "H0,Q1,10,50,23.7,76.3,10|Q1 of H0 is on line 2 already",
                "H 1,Q1,10,50,23.7,76.3,10|code must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'H 1'",
                "H1,Q1,x,50,23.7,76.3,10|n_unadj must be a whole number, was 'x'",
                "H1,Q1,0,50,23.7,76.3,10|n_unadj is 0, but pct_unadj is 50",
                "H1,Q1,10,50,,76.3,10|ci_lo_unadj must be a number from 0 to 100, was ''",
                "H1,Q1,10,101,23.7,76.3,10|pct_unadj must be a number from 0 to 100, was '101'",
                "H1,Q59,10,10.1,9,10,10|pct_unadj must be a number from 0 to 10, was '10.1'",
                "H1,Q1,10,50,76.3,23.7,10|ci_lo_unadj 76.3 is above ci_hi_unadj 23.7",
                "H1,Q1,10,50,24.7,76.3,10|no whole number of 10 answers has an interval of 24.7 to 76.3",
                "H1,Q1,10|ends before the column pct_unadj"
            })
    void putsABadRowAsideWithItsLineAndTakesTheOthers(String row, String problem) {
        // When
        PublishedFigures read = read("H0,Q1,10,50,23.7,76.3,10\n" + row + "\n");

        // Then
        assertThat(read.rest().rejected()).containsExactly(new BadRow(3, problem));
        assertThat(read.hospitals()).isEqualTo(List.of(H0));
    }

    @Test
    void countsWhatIsSuppressedAndMakesNoAnswersOfIt() {
        // When
        PublishedFigures read = read("H0,Q1,10,50,23.7,76.3,10\nH0,Q2,14,,,,9\nH1,Q1,12,,,,3\n");

        // Then
        assertThat(read.withheld()).isEqualTo(2);
        assertThat(read.hospitals()).isEqualTo(List.of(H0, new NcpesTrust("H1", List.of())));
        assertThat(read.hospitals().get(1).responses()).isZero();
        assertThat(read.rest().rejected()).isEmpty();
    }

    @Test
    void readsTheWholePublishedTable() {
        // When
        PublishedFigures read = new NcpesTrustQuestions().read(NcpesTrustQuestions.shipped());

        // Then
        assertThat(read.rest().rejected()).isEmpty();
        assertThat(read.hospitals()).hasSize(69);
        assertThat(read.withheld()).isEqualTo(154);
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        // When // Then
        assertThatThrownBy(() -> new NcpesTrustQuestions().read(source("code,q,n_unadj\n")))
                .hasMessage("test.csv lacks the columns [pct_unadj, ci_lo_unadj, ci_hi_unadj]; one line must name"
                        + " [code, q, n_unadj, pct_unadj, ci_lo_unadj, ci_hi_unadj]");
    }

    private static PublishedFigures read(String rows) {
        return new NcpesTrustQuestions().read(source(HEADER + rows));
    }

    private static PublishedSource source(String csv) {
        return new PublishedSource(
                "test.csv",
                YearMonth.of(2018, 6),
                () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}

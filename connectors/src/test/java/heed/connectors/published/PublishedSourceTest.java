package heed.connectors.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.fft.FftTrusts;
import heed.connectors.published.ncpes.NcpesTrustQuestions;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PublishedSourceTest {

    @Test
    void takesTheMonthFromTheEndOfTheName() {
        // When // Then
        assertThat(PublishedSource.ofFile(Path.of("data", "fft_inpatient_trusts_2026-03.csv"), new FftTrusts())
                        .month())
                .isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void asksForAMonthWhereTheNameHasNone() {
        // When // Then
        assertThatThrownBy(() -> PublishedSource.ofFile(Path.of("trusts.csv"), new FftTrusts()))
                .hasMessage("which month is trusts.csv? Say --month YYYY-MM, or let the name end in _YYYY-MM.csv");
    }

    @Test
    void laysTheCancerSurveyOf2018IntoTheLastMonthOfItsQuarter() {
        // When // Then
        assertThat(PublishedSource.ofFile(Path.of("ncpes_2018_trust_questions.csv"), new NcpesTrustQuestions())
                        .month())
                .isEqualTo(YearMonth.of(2018, 6));
        assertThatThrownBy(() -> PublishedSource.ofFile(Path.of("ncpes_2017.csv"), new NcpesTrustQuestions()))
                .hasMessage(
                        "which month is ncpes_2017.csv? Say --month YYYY-MM. The survey of 2018 is laid into 2018-06"
                                + " where its file's name says 2018; other years asked other questions");
    }

    @Test
    void prefersTheMonthThatIsSaid() {
        // When // Then
        assertThat(PublishedSource.ofFile(Path.of("trusts_2026-03.csv"), PublishedSource.monthOf("2026-04"))
                        .month())
                .isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void refusesAMonthThatIsNone() {
        // When // Then
        assertThatThrownBy(() -> PublishedSource.monthOf("2026-13"))
                .isInstanceOf(PublishedException.class)
                .hasMessage("a month is written YYYY-MM, as in 2026-03; was '2026-13'");
    }
}

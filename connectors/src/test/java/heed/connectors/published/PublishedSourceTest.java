package heed.connectors.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.fft.FftTrusts;
import heed.connectors.published.ncpes.NcpesTrustQuestions;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .hasMessage("which month is trusts.csv? Say --month YYYY-MM, or let the name say it and no other, as in"
                        + " fft_2026-03.csv or FFT March 2026.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "fft_2026-04.csv,2026-04",
        "FFT April 2026.csv,2026-04",
        "fft-apr-26.csv,2026-04",
        "2026 Apr FFT.csv,2026-04",
        "Inpatient_202604.csv,2026-04",
        "FFT_May2026_final.csv,2026-05",
        "fft 2026-04 April 2026.csv,2026-04"
    })
    void readsTheMonthHoweverTheNameSaysIt(String name, YearMonth month) {
        // When // Then
        assertThat(MonthInName.in(name)).contains(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fft 2026-04 March 2026.csv",
                "fft_2026-04-15.csv",
                "fft_2026.csv",
                "decimal-12.csv",
                "fft_2026-13.csv"
            })
    void takesNoMonthFromANameThatSaysNoneOrTwo(String name) {
        // When // Then
        assertThat(MonthInName.in(name)).isEmpty();
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

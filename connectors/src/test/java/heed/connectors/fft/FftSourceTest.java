package heed.connectors.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FftSourceTest {

    @Test
    void takesTheMonthFromTheEndOfTheName() {
        assertThat(FftSource.ofFile(Path.of("data", "fft_inpatient_trusts_2026-03.csv"))
                        .month())
                .isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void asksForAMonthWhereTheNameHasNone() {
        assertThatThrownBy(() -> FftSource.ofFile(Path.of("trusts.csv")))
                .hasMessage("which month is trusts.csv? Say --month YYYY-MM, or let the name end in _YYYY-MM.csv");
    }

    @Test
    void prefersTheMonthThatIsSaid() {
        assertThat(FftSource.ofFile(Path.of("trusts_2026-03.csv"), FftSource.monthOf("2026-04"))
                        .month())
                .isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void refusesAMonthThatIsNone() {
        assertThatThrownBy(() -> FftSource.monthOf("2026-13"))
                .isInstanceOf(FftImportException.class)
                .hasMessage("a month is written YYYY-MM, as in 2026-03; was '2026-13'");
    }
}

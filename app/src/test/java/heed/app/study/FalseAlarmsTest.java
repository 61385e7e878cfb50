package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void takesKeysAndNotAlarmsAsIndependent() {
        // When
        FalseAlarms rate = FalseAlarms.of(new double[] {0, 4}, new double[] {730, 730});

        // Then
        assertThat(rate.rate()).isCloseTo(1, EXACT);
        assertThat(rate.years()).isCloseTo(4, EXACT);
        // Residuals -2 and 2: the error is sqrt(8 · 2 / 1) / 4 = 1.
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isCloseTo(1 + 1.959963984540054, EXACT);
    }

    @Test
    void setsTheWorstTenthOfKeysBesideWhatChanceWouldMakeOfKeysThatAreAlike() {
        // Given
        double[] alarms = new double[20];
        alarms[3] = 2;
        alarms[7] = 4;
        double[] days = new double[20];
        Arrays.fill(days, 365);

        // When
        FalseAlarms rate = FalseAlarms.of(alarms, days);

        // Then
        assertThat(rate.worstTenth()).isCloseTo(3, EXACT);
        // Poisson of mean .3: 0 and 1 make up .963, so the worst tenth is .037 of 2 and more and .063 of 1.
        assertThat(rate.alikeTenth()).isCloseTo(1.408, Offset.offset(.001));
    }

    @Test
    void isNotCertainThatThereAreNoneWhereNoneWasSeen() {
        // When
        FalseAlarms rate = FalseAlarms.of(new double[] {0, 0}, new double[] {365, 730});

        // Then
        assertThat(rate.rate()).isZero();
        assertThat(rate.high()).isCloseTo(1, EXACT);
    }
}

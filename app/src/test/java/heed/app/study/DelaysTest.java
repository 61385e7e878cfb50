package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void boundsTheMedianByRanks() {
        // Given
        List<SimulatedKey.Delay> all = new ArrayList<>();
        for (int i = 100; i >= 1; i--) {
            all.add(new SimulatedKey.Delay(i * 10, i));
        }
        all.add(SimulatedKey.Delay.NONE);

        // When
        Delays delays = Delays.of(all);

        // Then
        assertThat(delays.lives()).isEqualTo(100);
        assertThat(delays.median()).isEqualTo(new SimulatedKey.Delay(500, 50));
        // Of 100 tosses of a fair coin 95% give 50 - 9.8 to 50 + 9.8 heads.
        assertThat(delays.medianLow()).isEqualTo(new SimulatedKey.Delay(410, 41));
        assertThat(delays.medianHigh()).isEqualTo(new SimulatedKey.Delay(600, 60));
        assertThat(delays.ninety()).isEqualTo(new SimulatedKey.Delay(900, 90));
    }

    @Test
    void countsADropThatWasNotFoundAsTheLongestDelay() {
        // When
        Delays delays = Delays.of(
                List.of(SimulatedKey.Delay.PENDING, new SimulatedKey.Delay(7, 1), SimulatedKey.Delay.PENDING));

        // Then
        assertThat(delays.median()).isEqualTo(SimulatedKey.Delay.PENDING);
        assertThat(delays.medianLow()).isEqualTo(new SimulatedKey.Delay(7, 1));
    }

    @Test
    void hasNoMedianWhereNoLifeCounts() {
        // When
        Delays delays = Delays.of(List.of(SimulatedKey.Delay.NONE));

        // Then
        assertThat(delays.lives()).isZero();
        assertThat(delays.median().days()).isNaN();
    }
}

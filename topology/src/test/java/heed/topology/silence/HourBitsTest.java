package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HourBitsTest {

    private final HourBits bits = new HourBits();

    @Test
    void remembersTheLast4096Hours() {
        // Given
        bits.set(10_000);
        bits.set(10_001);

        // When
        bits.set(10_000 + 4096);

        // Then
        assertThat(bits.get(10_000)).isFalse();
        assertThat(bits.get(10_001)).isTrue();
        assertThat(bits.get(10_002)).isFalse();
        assertThat(bits.get(10_000 + 4096)).isTrue();
        assertThat(bits.get(10_000 + 4097)).isFalse();
    }

    @Test
    void takesAnOlderHourWithinReachAndNoneBeyond() {
        // Given
        bits.set(10_000);

        // When
        bits.set(10_000 - 4095);
        bits.set(10_000 - 4096);

        // Then
        assertThat(bits.get(10_000 - 4095)).isTrue();
        assertThat(bits.get(10_000)).isTrue();
        assertThat(bits.count(0, 20_000)).isEqualTo(2);
    }

    @Test
    void countsWhatIsSetInBothWithinBothEnds() {
        // Given
        var other = new HourBits();
        for (int hour = 9_900; hour < 10_100; hour++) {
            bits.set(hour);
            if (hour % 2 == 0) {
                other.set(hour);
            }
        }

        // When
        int both = bits.count(other, 9_950, 10_050);

        // Then
        assertThat(both).isEqualTo(51);
        assertThat(bits.count(other, 9_951, 9_951)).isZero();
        assertThat(bits.count(9_950, 9_949)).isZero();
    }
}

package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureWatchCodecTest {

    private static final WatchRule RULE = new WatchRule(365);

    private final MeasureWatchCodec codec = new MeasureWatchCodec();

    @Test
    void writesANewKeyAsItsVersionAndItsDaysBetweenFalseAlarmsAndNothingYet() {
        // When
        byte[] bytes = codec.encode(new MeasureWatch(RULE));

        // Then
        assertThat(bytes).containsExactly(5, 0x40, 0x76, 0xD0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void takesEvidenceOverWhenTheDaysBetweenFalseAlarmsChange() {
        // Given
        byte[] bytes = codec.encode(learned("drop10_50"));
        double before = learned("drop10_50").snapshot().evidence();

        // When
        MeasureWatch held = MeasureWatchCodec.decode(bytes, new WatchRule(730));

        // Then
        assertThat(before).isPositive();
        assertThat(held.snapshot().evidence()).isCloseTo(before / 2, within(1e-12));
        MeasureWatch back = MeasureWatchCodec.decode(codec.encode(held), RULE);
        assertThat(codec.encode(back)).isEqualTo(bytes);
    }

    @Test
    void readsDaysBefore1970() {
        // Given
        Recorded recorded = new Recorded();
        MeasureWatch key = new MeasureWatch(RULE);
        for (long day = -40; day < -5; day++) {
            key.add(day, 12, 60, 0, recorded);
        }

        // When
        MeasureWatch read = MeasureWatchCodec.decode(codec.encode(key), RULE);
        read.retract(-6, 12, 60, 0, recorded);
        read.retract(-8, 12, 60, 0, recorded);

        // Then
        assertThat(read.snapshot().late()).isZero();
    }

    @Test
    void staysUnderTwoKilobytesInUse() {
        // When // Then
        assertThat(codec.encode(learned("fft5_drop10_40"))).hasSizeLessThan(2_048);
    }

    /** By watch-2 an open day remembers how many answers of each loss an hour has: here all losses, in all hours. */
    @ParameterizedTest
    @CsvSource({"WATCH_1, 4096", "WATCH_2, 16384"})
    void isBoundedWithAFullTrailDaysThatWaitAndThreeOpenDays(WatchMethod method, int most) {
        // Given
        MeasureWatch key = new MeasureWatch(new WatchRule(1_000_000_000).by(method));
        Recorded recorded = new Recorded();
        fullDays(key, 20_000, 300, 0, recorded);

        // When
        // Days come that are worse, until a sealed one waits
        long day = 20_300;
        int learned;
        do {
            learned = key.snapshot().baselineDays();
            fullDays(key, day++, 1, 4, recorded);
        } while (key.snapshot().baselineDays() > learned);

        // Then
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        assertThat(codec.encode(key)).hasSizeBetween(1_800, most);
    }

    @ParameterizedTest
    @CsvSource({"WATCH_1, 4096", "WATCH_2, 24576"})
    void isBoundedWhileADropIsOpenAndTheDaysOfItsAlarmAreToo(WatchMethod method, int most) {
        // Given
        MeasureWatch key = new MeasureWatch(new WatchRule(365, 1_000_000).by(method));
        Recorded recorded = new Recorded();
        fullDays(key, 20_000, 300, 0, recorded);

        // When
        long day = 20_300;
        while (key.snapshot().status() == WatchStatus.NORMAL) {
            fullDays(key, day++, 1, 6, recorded);
        }
        int answered = codec.encode(key).length;
        for (int i = 0; i < 24 * Loss.LEVELS; i++) {
            key.add(day, i % 24, Loss.WORST, day * 86_400_000, recorded);
        }
        fullDays(key, day, 1, 0, recorded);

        // Then
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.ALARM);
        assertThat(answered).isBetween(1_400, most);
        assertThat(codec.encode(key)).hasSizeBetween(1_200, most);
    }

    /** Days on which every loss and every hour occurs, with so many more of the worst answers an hour. */
    private static void fullDays(MeasureWatch key, long first, int days, int worst, Recorded recorded) {
        for (long day = first; day < first + days; day++) {
            for (int i = 0; i < 24 * Loss.LEVELS; i++) {
                key.add(day, i % 24, i % Loss.LEVELS, day * 86_400_000 + i, recorded);
            }
            for (int i = 0; i < 24 * worst; i++) {
                key.add(day, i % 24, Loss.WORST, day * 86_400_000 + 10_000 + i, recorded);
            }
        }
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        // Given
        byte[] bytes = codec.encode(new MeasureWatch(RULE));
        bytes[0] = 6;

        // When // Then
        assertThatThrownBy(() -> MeasureWatchCodec.decode(bytes, RULE))
                .hasMessage(
                        "watch state has version 6, this release reads 5: it was written by a newer release; run that one,"
                                + " or reset the application and replay");
    }

    @Test
    void refusesBytesThatEndTooEarlyOrTooLate() {
        // Given
        byte[] bytes = codec.encode(learned("drop10_50"));

        // When // Then
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MeasureWatchCodec.decode(cut, RULE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a row ends after " + length + " bytes, in mid-value");
        }
        assertThatThrownBy(() -> MeasureWatchCodec.decode(Arrays.copyOf(bytes, bytes.length + 2), RULE))
                .hasMessage("watch state has 2 bytes too many");
    }

    private static MeasureWatch learned(String stream) {
        MeasureWatch key = new MeasureWatch(RULE);
        Recorded recorded = new Recorded();
        Vectors.stream(stream).stream().limit(4_000).forEach(line -> line.applyTo(key, recorded));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        return key;
    }
}

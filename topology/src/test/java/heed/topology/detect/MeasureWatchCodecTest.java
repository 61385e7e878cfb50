package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureWatchCodecTest {

    private static final WatchRule RULE = new WatchRule(365);

    private final MeasureWatchCodec codec = new MeasureWatchCodec();

    @Test
    void writesANewKeyAsItsVersionAndItsDaysBetweenFalseAlarmsAndNothingYet() {
        // When
        byte[] bytes = codec.encode(new MeasureWatch(RULE));

        // Then
        assertThat(bytes).containsExactly(4, 0x40, 0x76, 0xD0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void readsSeveralKeysOfOneRow() {
        // Given
        StateWriter row = new StateWriter();
        MeasureWatchCodec.write(learned("drop10_50"), row);
        MeasureWatchCodec.write(learned("fft5_drop10_40"), row);

        // When
        StateReader in = new StateReader(row.toByteArray());
        List<WatchState> read = List.of(
                MeasureWatchCodec.read(in, RULE).snapshot(),
                MeasureWatchCodec.read(in, RULE).snapshot());

        // Then
        assertThat(in.remaining()).isZero();
        assertThat(read)
                .containsExactly(
                        learned("drop10_50").snapshot(),
                        learned("fft5_drop10_40").snapshot());
    }

    /** A stream that went on in a key that an earlier release had written, and in one that was never written. */
    private record Upgrade(
            String statusWritten,
            String statusRead,
            MeasureWatch read,
            Recorded actual,
            MeasureWatch unbroken,
            Recorded expected) {

        static Upgrade of(String[] cells) {
            List<Line> stream = Vectors.stream(cells[0]);
            int taken = Integer.parseInt(cells[1]);
            MeasureWatch unbroken = new MeasureWatch(RULE);
            stream.subList(0, taken).forEach(line -> line.applyTo(unbroken, new Recorded()));
            MeasureWatch read = MeasureWatchCodec.decode(HexFormat.of().parseHex(cells[3]), RULE);
            String statusRead = read.snapshot().status().toString();
            Recorded actual = new Recorded();
            Recorded expected = new Recorded();
            stream.subList(taken, stream.size()).forEach(line -> {
                line.applyTo(read, actual);
                line.applyTo(unbroken, expected);
            });
            return new Upgrade(cells[2], statusRead, read, actual, unbroken, expected);
        }
    }

    /** Each line: a stream, how many of its lines were taken, the status then, and what release 2 wrote. */
    static List<String> statesOfVersionTwo() {
        return Vectors.lines("states-v2.csv");
    }

    @ParameterizedTest
    @MethodSource("statesOfVersionTwo")
    void goesOnFromWhatTheSecondVersionWroteAsIfThereHadBeenNoUpgrade(String written) {
        // When
        Upgrade upgrade = Upgrade.of(written.split(",", -1));

        // Then
        assertThat(upgrade.statusRead()).isEqualTo(upgrade.statusWritten());
        assertThat(upgrade.read().snapshot()).isEqualTo(upgrade.unbroken().snapshot());
        assertThat(upgrade.actual().escalations()).isEqualTo(upgrade.expected().escalations());
        assertThat(upgrade.actual().events())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("trail")
                .isEqualTo(upgrade.expected().events());
    }

    /** The same of what release 3 wrote, which had no rises. */
    static List<String> statesOfVersionThree() {
        return Vectors.lines("states-v3.csv");
    }

    @ParameterizedTest
    @MethodSource("statesOfVersionThree")
    void goesOnFromWhatTheThirdVersionWroteAsIfThereHadBeenNoUpgrade(String written) {
        // When
        Upgrade upgrade = Upgrade.of(written.split(",", -1));

        // Then
        assertThat(upgrade.statusRead()).isEqualTo(upgrade.statusWritten());
        assertThat(upgrade.read().snapshot()).isEqualTo(upgrade.unbroken().snapshot());
        assertThat(upgrade.actual().events()).isEqualTo(upgrade.expected().events());
        assertThat(upgrade.actual().escalations()).isEqualTo(upgrade.expected().escalations());
        assertThat(upgrade.actual().confirmations())
                .isEqualTo(upgrade.expected().confirmations());
    }

    @Test
    void readsWhatTheFirstVersionWroteWhichHadNoDaysBetweenFalseAlarms() {
        // Given
        byte[] second = statesOfVersionTwo().stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].equals("NORMAL"))
                .map(cells -> HexFormat.of().parseHex(cells[3]))
                .findFirst()
                .orElseThrow();
        byte[] first = new byte[second.length - Double.BYTES];
        first[0] = 1;
        System.arraycopy(second, 1 + Double.BYTES, first, 1, first.length - 1);

        // When
        MeasureWatch read = MeasureWatchCodec.decode(first, RULE);

        // Then
        assertThat(read.snapshot())
                .isEqualTo(MeasureWatchCodec.decode(second, RULE).snapshot());
        assertThat(read.snapshot().evidence()).isPositive();
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
        assertThat(codec.encode(learned("fft5_drop10_40"))).hasSizeLessThan(2_048);
    }

    @Test
    void staysUnderFourKilobytesWithAFullTrailDaysThatWaitAndThreeOpenDays() {
        // Given
        MeasureWatch key = new MeasureWatch(new WatchRule(1_000_000_000));
        Recorded recorded = new Recorded();
        fullDays(key, 20_000, 300, 0, recorded);

        // When: days come that are worse, until a sealed one waits
        long day = 20_300;
        int learned;
        do {
            learned = key.snapshot().baselineDays();
            fullDays(key, day++, 1, 4, recorded);
        } while (key.snapshot().baselineDays() > learned);

        // Then
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        assertThat(codec.encode(key)).hasSizeBetween(1_800, 4_096);
    }

    @Test
    void staysUnderFourKilobytesWhileADropIsOpenAndTheDaysOfItsAlarmAreToo() {
        // Given
        MeasureWatch key = new MeasureWatch(new WatchRule(365, 1_000_000));
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
        assertThat(answered).isBetween(1_400, 4_096);
        assertThat(codec.encode(key)).hasSizeBetween(1_200, 4_096);
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
        bytes[0] = 5;

        // Then
        assertThatThrownBy(() -> MeasureWatchCodec.decode(bytes, RULE))
                .hasMessage("Watch state has version 5, this program reads versions 1 to 4");
    }

    @Test
    void refusesBytesThatEndTooEarlyOrTooLate() {
        // Given
        byte[] bytes = codec.encode(learned("drop10_50"));

        // Then
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MeasureWatchCodec.decode(cut, RULE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Watch state ends after " + length + " bytes, in mid-value");
        }
        assertThatThrownBy(() -> MeasureWatchCodec.decode(Arrays.copyOf(bytes, bytes.length + 2), RULE))
                .hasMessage("Watch state has 2 bytes too many");
    }

    private static MeasureWatch learned(String stream) {
        MeasureWatch key = new MeasureWatch(RULE);
        Recorded recorded = new Recorded();
        Vectors.stream(stream).stream().limit(4_000).forEach(line -> line.applyTo(key, recorded));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        return key;
    }
}

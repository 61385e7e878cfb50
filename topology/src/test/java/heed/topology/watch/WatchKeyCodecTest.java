package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchKeyCodecTest {

    private static final WatchRule RULE = new WatchRule(365);

    private final WatchKeyCodec codec = new WatchKeyCodec();

    @Test
    void writesANewKeyInSevenBytesTheVersionFirst() {
        // When
        byte[] bytes = codec.encode(new WatchKey(RULE));

        // Then
        assertThat(bytes).containsExactly(1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void readsSeveralKeysOfOneRow() {
        // Given
        StateWriter row = new StateWriter();
        WatchKeyCodec.write(learned("drop10_50"), row);
        WatchKeyCodec.write(learned("fft5_drop10_40"), row);

        // When
        StateReader in = new StateReader(row.toByteArray());
        List<WatchState> read = List.of(
                WatchKeyCodec.read(in, RULE).snapshot(),
                WatchKeyCodec.read(in, RULE).snapshot());

        // Then
        assertThat(in.remaining()).isZero();
        assertThat(read)
                .containsExactly(
                        learned("drop10_50").snapshot(),
                        learned("fft5_drop10_40").snapshot());
    }

    @Test
    void readsDaysBefore1970() {
        // Given
        Recorded recorded = new Recorded();
        WatchKey key = new WatchKey(RULE);
        for (long day = -40; day < -5; day++) {
            key.add(day, 12, 60, 0, recorded);
        }

        // When
        WatchKey read = WatchKeyCodec.decode(codec.encode(key), RULE);
        read.retract(-6, 12, 60, 0, recorded);
        read.retract(-8, 12, 60, 0, recorded);

        // Then
        assertThat(read.snapshot().late()).isZero();
    }

    @Test
    void staysUnderAKilobyte() {
        assertThat(codec.encode(learned("fft5_drop10_40"))).hasSizeLessThan(1_024);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        // Given
        byte[] bytes = codec.encode(new WatchKey(RULE));
        bytes[0] = 2;

        // Then
        assertThatThrownBy(() -> WatchKeyCodec.decode(bytes, RULE))
                .hasMessage("Watch state has version 2, this program reads version 1");
    }

    @Test
    void refusesBytesThatEndTooEarlyOrTooLate() {
        // Given
        byte[] bytes = codec.encode(learned("drop10_50"));

        // Then
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> WatchKeyCodec.decode(cut, RULE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Watch state ends after " + length + " bytes, in mid-value");
        }
        assertThatThrownBy(() -> WatchKeyCodec.decode(Arrays.copyOf(bytes, bytes.length + 2), RULE))
                .hasMessage("Watch state has 2 bytes too many");
    }

    private static WatchKey learned(String stream) {
        WatchKey key = new WatchKey(RULE);
        Recorded recorded = new Recorded();
        Vectors.stream(stream).stream().limit(4_000).forEach(line -> line.applyTo(key, recorded));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        return key;
    }
}

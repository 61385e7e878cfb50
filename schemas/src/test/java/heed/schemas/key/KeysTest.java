package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Window;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void joinTheirPartsWithAnEmptyUnitForTheWholeHospital() {
        // When // Then
        assertThat(ScoreKey.of("RJ1", "WARD-7", "fft-2020.positive", Window.DAY, MARCH))
                .isEqualTo("RJ1|WARD-7|fft-2020.positive|DAY|2026-03-01T00:00:00Z");
        assertThat(ScoreKey.of("RJ1", null, "fft-2020.positive", Window.MONTH, MARCH))
                .isEqualTo("RJ1||fft-2020.positive|MONTH|2026-03-01T00:00:00Z");
        assertThat(DropKey.of("RJ1", "WARD-7", "experience-1.dignity")).isEqualTo("RJ1|WARD-7|experience-1.dignity");
        assertThat(DropKey.of("RJ1", null, "experience-1.dignity")).isEqualTo("RJ1||experience-1.dignity");
    }

    @Property
    void readBackWhatTheyWrite(
            @ForAll("codes") String hospital, @ForAll("units") String unit, @ForAll Window window, @ForAll int hour) {
        // Given
        ScoreKey score =
                new ScoreKey(hospital, unit, "fft-2020.positive", window, Instant.ofEpochSecond(hour * 3_600L));
        DropKey drop = new DropKey(hospital, unit, "fft-2020.positive");
        // When // Then
        assertThat(ScoreKey.parse(score.text())).isEqualTo(score);
        assertThat(DropKey.parse(drop.text())).isEqualTo(drop);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RJ1",
                "RJ1||fft-2020.positive|DAY",
                "RJ1||fft-2020.positive|YEAR|2026-03-01T00:00:00Z",
                "RJ1||fft-2020.positive|DAY|2026-03-01",
                "||fft-2020.positive|DAY|2026-03-01T00:00:00Z",
                "RJ1|||DAY|2026-03-01T00:00:00Z",
                "RJ1||a|b|DAY|2026-03-01T00:00:00Z"
            })
    void refuseATextThatIsNoScoreKey(String text) {
        // When // Then
        assertThatThrownBy(() -> ScoreKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a key hospital|unit|measure|window|start: '" + text + "'");
    }

    @Test
    void refuseAHospitalThatWouldBreakTheKeyApart() {
        // When // Then
        assertThatThrownBy(() -> DropKey.of("R|1", null, "fft-2020.positive"))
                .hasMessage("hospital must match [A-Za-z0-9._-]{1,40}, was 'R|1'");
        assertThatThrownBy(() -> DropKey.parse("RJ1|w|m|x")).hasMessage("not a key hospital|unit|measure: 'RJ1|w|m|x'");
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars("ABCxyz019._-").ofMinLength(1).ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> units() {
        return codes().injectNull(0.3);
    }
}

package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    /** The secret of the test vectors in RFC 4226 and RFC 6238. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1: the last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        // When
        String made = TimeCodes.of(SECRET, TimeCodes.step(Instant.ofEpochSecond(seconds)));

        // Then
        assertThat(made).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @Test
    void countsAsTheStandardBelowIt() {
        // When
        List<String> made = LongStream.range(0, 10)
                .mapToObj(step -> TimeCodes.of(SECRET, step))
                .toList();

        // Then
        assertThat(made)
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    @Test
    void forgivesAClockOneStepEitherWayAndNoMore() {
        // Given
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = TimeCodes.step(now);

        // When
        List<Boolean> taken = new ArrayList<>();
        for (long off = -2; off <= 2; off++) {
            taken.add(TimeCodes.step(SECRET, TimeCodes.of(SECRET, step + off), now, 0)
                    .isPresent());
        }

        // Then
        assertThat(taken).containsExactly(false, true, true, true, false);
    }

    @Test
    void takesNoStepUpToTheOneThatIsUsedUp() {
        // Given
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = TimeCodes.step(now);

        // When
        OptionalLong before = TimeCodes.step(SECRET, TimeCodes.of(SECRET, step - 1), now, step);
        OptionalLong same = TimeCodes.step(SECRET, TimeCodes.of(SECRET, step), now, step);
        OptionalLong after = TimeCodes.step(SECRET, TimeCodes.of(SECRET, step + 1), now, step);

        // Then
        assertThat(List.of(before, same)).containsOnly(OptionalLong.empty());
        assertThat(after).hasValue(step + 1);
    }
}

package heed.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyLinesTest {

    private Instant now = Instant.EPOCH;
    private Duration step = Duration.ZERO;

    /** Moves on by a step each time that somebody looks at it. */
    private final Clock clock = ((InstantSource) () -> now = now.plus(step)).withZone(ZoneOffset.UTC);

    private static final class Kept implements BodyLines.Taker {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void take(long number, byte[] line) {
            lines.add(number + " " + new String(line, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLong(long number) {
            lines.add(number + " too long");
        }
    }

    @Test
    void givesUpABodyThatTrickles() {
        // Given
        step = Duration.ofSeconds(1);
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                into[from] = 'x';
                return 1;
            }
        };

        // When
        Throwable refusal = catchThrowable(() -> new BodyLines(trickle, clock).readTo(new Kept()));

        // Then
        assertThat(refusal).isInstanceOf(BodyLines.TooSlowException.class);
    }

    @Test
    void handsOverTheLastLineWithoutItsEnd() throws Exception {
        // Given
        var kept = new Kept();
        byte[] body = "one\n\ntwo".getBytes(StandardCharsets.UTF_8);

        // When
        new BodyLines(new ByteArrayInputStream(body), clock).readTo(kept);

        // Then
        assertThat(kept.lines).containsExactly("1 one", "2 ", "3 two");
    }
}

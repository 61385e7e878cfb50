package heed.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MovingLineTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final StringWriter screen = new StringWriter();
    private final PrintWriter onScreen = new PrintWriter(screen);
    private final AtomicInteger seconds = new AtomicInteger();
    private final Clock clock = new SecondsClock();

    @Test
    void moves() {
        // Given
        var line = new MovingLine(onScreen, Optional.of(onScreen), clock);
        var sent = new AtomicInteger(7);
        line.awaits(() -> "replaying, " + sent + " responses");

        // When
        sent.set(8);
        line.draw();
        seconds.set(2);
        line.draw();

        // Then
        assertThat(screen)
                .hasToString("\rheed: replaying, 7 responses, 0 s\033[K\r\rheed: replaying, 8 responses, 0 s\033[K\r"
                        + "\rheed: replaying, 8 responses, 2 s\033[K\r");
    }

    @Test
    void staysBelowWhatIsSaidAndIsGoneWhenNothingIsWaitedFor() {
        // Given
        var line = new MovingLine(onScreen, Optional.of(onScreen), clock);

        // When
        line.awaits("starting");
        seconds.set(3);
        line.say("Heed runs.");
        line.awaits("stopping");
        line.close();
        line.draw();
        line.say("It ran.");

        // Then
        assertThat(screen)
                .hasToString("\rheed: starting, 0 s\033[K\r\r\033[KHeed runs.\n\rheed: starting, 3 s\033[K\r"
                        + "\rheed: stopping, 0 s\033[K\r\r\033[KIt ran.\n");
    }

    @Test
    void isNoPartOfALogWhichHasWhatIsSaid() {
        // Given
        var line = new MovingLine(onScreen, Optional.empty(), clock);

        // When
        line.awaits("starting");
        line.say("Heed runs.");
        line.close();

        // Then
        assertThat(screen).hasToString("Heed runs.\n");
    }

    private final class SecondsClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOON.plus(Duration.ofSeconds(seconds.get()));
        }
    }
}

package heed.app.server.pipeline;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private final RuntimeException failure = new IllegalStateException("the broker is away");

    private final List<Throwable> givenUp = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private final Restarts restarts = new Restarts(2, Duration.ofMinutes(1), clock, givenUp::add);

    @Test
    void replacesThreadsUpToTheLimitAndGivesUpPastIt() {
        // When
        var answers = List.of(restarts.handle(failure), restarts.handle(failure), restarts.handle(failure));

        // Then
        assertThat(answers).containsExactly(REPLACE_THREAD, REPLACE_THREAD, SHUTDOWN_CLIENT);
        assertThat(givenUp).containsExactly(failure);
    }

    @Test
    void forgetsFailuresThatAreLongerAgoThanTheTime() {
        // Given
        restarts.handle(failure);
        restarts.handle(failure);

        // When
        clock.pass(Duration.ofMinutes(1).plusMillis(1));
        var answer = restarts.handle(failure);

        // Then
        assertThat(answer).isEqualTo(REPLACE_THREAD);
        assertThat(givenUp).isEmpty();
    }
}

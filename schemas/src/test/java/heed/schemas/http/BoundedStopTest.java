package heed.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedStopTest {

    @Test
    void returnsOnceTheServerHasStopped() {
        // Given
        AtomicBoolean stopped = new AtomicBoolean();

        // When
        BoundedStop.of("page", () -> stopped.set(true));

        // Then
        assertThat(stopped).isTrue();
    }

    @Test
    @Timeout(10)
    void leavesAServerThatDoesNotStop() {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();

        // When
        BoundedStop.of(
                "page",
                () -> {
                    try {
                        never.await();
                        stopped.set(true);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                Duration.ofMillis(50));

        // Then
        assertThat(stopped).isFalse();
        never.countDown();
    }
}

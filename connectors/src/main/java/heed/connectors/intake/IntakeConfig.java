package heed.connectors.intake;

import heed.schemas.listen.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings under {@code intake}. All bad values are reported at once.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param names further host names that it is asked for by; those of loopback, the host and all addresses are known
 * @param reach how it is reached beside that
 * @param ackTimeout how long a request waits for acknowledgements before it is answered 503; a write that blocks adds
 *     at most the longest block of the writer
 * @param lateness how long after {@code given_at} a response is still taken; the pipeline's own lateness
 * @param clientRate requests a second that one client address may go on making
 * @param clientBurst requests that one client address may make at once after a pause
 * @param maxInFlight requests that may be in work at once, over all clients; each may hold 1 MiB
 */
public record IntakeConfig(
        String host,
        int port,
        List<String> names,
        Reach reach,
        Duration ackTimeout,
        Duration lateness,
        int clientRate,
        int clientBurst,
        int maxInFlight) {

    public IntakeConfig {
        names = List.copyOf(names);
        List<String> problems = new ArrayList<>();
        if (host == null || host.isBlank()) {
            problems.add("intake.host must be a host name or address, was empty");
        }
        requireRange(problems, "intake.port", port, 0, 65_535);
        requireRange(problems, "intake.ack-timeout", ackTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
        requireRange(problems, "pipeline.lateness", lateness, Duration.ofHours(1), Duration.ofDays(365));
        requireRange(problems, "intake.client-rate", clientRate, 1, 100_000);
        requireRange(problems, "intake.client-burst", clientBurst, 1, 100_000);
        requireRange(problems, "intake.max-in-flight", maxInFlight, 1, 200);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static <T extends Comparable<T>> void requireRange(
            List<String> problems, String key, T value, T lowest, T highest) {
        if (value == null || value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            problems.add(key + " must be " + lowest + " to " + highest + ", was " + value);
        }
    }
}

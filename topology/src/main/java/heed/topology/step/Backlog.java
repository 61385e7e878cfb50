package heed.topology.step;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Tells records that are worked off after the fact from those that somebody may watch as they happen. The wall clock
 * decides by it when something is said, never what.
 */
public final class Backlog {

    /** What arrived longer ago than this is not awaited any more. */
    static final Duration LONG_AGO = Duration.ofSeconds(10);

    private Backlog() {}

    /** Says whether a record that arrived then belongs to a backlog. */
    public static boolean holds(ProcessorContext<?, ?> context, long arrivalMs) {
        return context.currentSystemTimeMs() - arrivalMs > LONG_AGO.toMillis();
    }
}

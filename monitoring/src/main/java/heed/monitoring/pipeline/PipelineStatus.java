package heed.monitoring.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Says how the running pipeline stands; whoever runs it implements this. Asked about every two seconds: must not block.
 */
@FunctionalInterface
public interface PipelineStatus {

    /** How long records may wait without one being done; a commit comes every half second. */
    Duration STALLED_AFTER = Duration.ofSeconds(7);

    /** Returns how the pipeline stands now. */
    Status current();

    /** What the pipeline does. */
    enum State {
        /** Starts, restores or rebalances: results will come. */
        STARTING,
        /** Turns responses into results. */
        RUNNING,
        /** Is up, but has had input for some time without a result. */
        STALLED,
        /** Has ended or failed: no results will come. */
        STOPPED
    }

    /**
     * How the pipeline stands.
     *
     * @param since when it came into this state, by the wall clock; of STALLED, since when nothing has been done
     * @param unready why it is not ready to be relied on, in words; empty where it is ready
     * @param dead what is beyond recovery, in words; empty while it is alive. A rebalance or restore is never among
     *     them.
     */
    record Status(State state, Instant since, List<String> unready, List<String> dead) {

        public Status {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
            unready = List.copyOf(unready);
            dead = List.copyOf(dead);
        }

        /** Returns the status of a pipeline that runs and can be relied on. */
        public static Status running(Instant since) {
            return new Status(State.RUNNING, since, List.of(), List.of());
        }

        /** Tells whether the process should be left to run. */
        public boolean live() {
            return dead.isEmpty();
        }

        /** Tells whether the pipeline can be relied on for fresh results. */
        public boolean ready() {
            return live() && unready.isEmpty() && state == State.RUNNING;
        }

        /** Returns everything that is wrong, in words; empty where nothing is. */
        public String reason() {
            return String.join("; ", dead.isEmpty() ? unready : dead);
        }
    }
}

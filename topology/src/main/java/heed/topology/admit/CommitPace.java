package heed.topology.admit;

import heed.topology.step.Backlog;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit as often as readers want to see what is new, and less often while a partition catches up with much
 * that arrived long ago: nobody watches that as it happens, and each row is said once a commit.
 *
 * <p>Kafka Streams commits by itself every {@link #CATCHING_UP} intervals. In between a commit is asked for at the end
 * of each interval in which, as in the one before, fewer than {@link #MANY} records came of a {@link Backlog}: when
 * they end, what they came to is said soon. One interval alone says little, since a long commit of much may fill it.
 * The wall clock decides when rows are said, never what they say.
 *
 * <p>Once nothing has come for {@link #QUIET} intervals, none is looked at any more: Kafka Streams takes each look for
 * a reason to commit, and a commit of nothing is a transaction too. What comes first after that is committed at once.
 */
public final class CommitPace {

    /** How many intervals one is while a partition catches up. */
    public static final int CATCHING_UP = 5;

    static final int MANY = 200;

    /**
     * Half a minute by default. A commit is of all that a thread works on: what responses lead to in other steps is
     * committed as soon as they were where their thread takes responses itself, else by {@link #CATCHING_UP} intervals.
     */
    static final int QUIET = 60;

    private final ProcessorContext<?, ?> context;
    private final Duration interval;
    private @Nullable Cancellable looks;
    private int quiet;
    private int old;
    private int oldBefore;

    /** Sets the pace of the task of {@code context}, whose commit interval is that of catching up. */
    CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
        long longest =
                Long.parseLong(String.valueOf(context.appConfigs().get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)));
        this.interval = Duration.ofMillis(Math.max(1, longest / CATCHING_UP));
    }

    /** Takes note of a record that arrived then. */
    void received(long arrivalMs) {
        quiet = 0;
        boolean isOld = Backlog.holds(context, arrivalMs);
        if (isOld) {
            old++;
        }
        if (looks == null) {
            looks = context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, nowMs -> endInterval());
            if (!isOld) {
                context.commit();
            }
        }
    }

    private void endInterval() {
        if (old < MANY && oldBefore < MANY) {
            context.commit();
            if (++quiet > QUIET) {
                Objects.requireNonNull(looks, "only what is scheduled is called")
                        .cancel();
                looks = null;
            }
        }
        oldBefore = old;
        old = 0;
    }
}

package heed.monitoring.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells how long after a response's arrival readers see the scores that it changed.
 *
 * <p>Two things are left out: what was there when reading began, and responses that arrived more than {@link #LONGEST}
 * ago, which are a history being played into the topic. So a pipeline that stood still for hours counts only its last
 * hour as slow; that it stood still is told by its state.
 */
final class PublicationDelays {

    static final Duration LONGEST = Duration.ofHours(1);

    private final List<Instant> arrivals = new ArrayList<>();
    private volatile Consumer<Duration> listener = delay -> {};
    private Phase phase = Phase.HISTORY;

    private enum Phase {
        HISTORY,
        LIVE
    }

    void listener(Consumer<Duration> listener) {
        this.listener = listener;
    }

    /** Forgets what is not published yet: what follows until the next publication was there before. */
    void restart() {
        arrivals.clear();
        phase = Phase.HISTORY;
    }

    /** Takes the arrival of the newest response behind a score that the next publication shows. */
    void await(Instant arrival) {
        if (phase == Phase.LIVE) {
            arrivals.add(arrival);
        }
    }

    void published(Instant now) {
        for (Instant arrival : arrivals) {
            Duration delay = Duration.between(arrival, now);
            if (delay.compareTo(LONGEST) <= 0) {
                // Clocks of two machines differ; no response is shown before it arrives.
                listener.accept(delay.isNegative() ? Duration.ZERO : delay);
            }
        }
        arrivals.clear();
        phase = Phase.LIVE;
    }
}

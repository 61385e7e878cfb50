package heed.app.demo;

import java.time.Duration;

/** How fast the days of the live part pass. */
public enum Pace {
    /** Slow enough to watch. */
    WATCHABLE(Duration.ofMillis(3_500)),
    /** A hundred days in under a minute. */
    FAST(Duration.ofMillis(540));

    private final Duration aDay;

    Pace(Duration aDay) {
        this.aDay = aDay;
    }

    /** Returns how much simulated time passes in so much real time. */
    Duration simulated(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() * (86_400_000.0 / aDay.toMillis())));
    }
}

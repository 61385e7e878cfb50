package heed.schemas.http;

import java.time.Duration;
import java.time.Instant;

/**
 * Limits how often something is done: holds so many tokens, and is refilled at a rate. Begins full. A clock that is set
 * back earns nothing.
 */
public final class TokenBucket {

    private final long rate;
    private final long token;
    private final long full;
    private final Duration fillTime;
    private long credit;
    private Instant filled;

    /** Earns {@code rate} tokens in each {@code time}, and holds at most {@code burst} of them. */
    public TokenBucket(int rate, Duration time, int burst, Instant now) {
        this.rate = rate;
        this.token = time.toNanos();
        this.full = burst * token;
        this.fillTime = Duration.ofNanos(full / rate + 1);
        this.credit = full;
        this.filled = now;
    }

    /** Takes a token, or returns how long until there is one. */
    public synchronized Duration take(Instant now) {
        Duration wait = ask(now);
        if (wait.isZero()) {
            credit -= token;
        }
        return wait;
    }

    /** Returns how long until there is a token, and takes none. */
    public synchronized Duration ask(Instant now) {
        credit = Math.min(full, credit + earned(Duration.between(filled, now)));
        filled = now;
        return credit >= token ? Duration.ZERO : Duration.ofNanos((token - credit + rate - 1) / rate);
    }

    /** Each nanosecond earns {@code rate} of the nanoseconds that a token costs. */
    private long earned(Duration elapsed) {
        if (elapsed.isNegative()) {
            return 0;
        }
        return elapsed.compareTo(fillTime) > 0 ? full : elapsed.toNanos() * rate;
    }
}

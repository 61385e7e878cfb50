package heed.connectors.intake;

import heed.schemas.http.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how many requests a client makes: a bucket of {@code burst} tokens for each address, refilled at {@code rate}
 * tokens a second.
 *
 * <p>Who the client is says {@link ClientAddress}. The ten thousand addresses seen last are remembered.
 */
final class ClientBuckets {

    private static final int MOST_CLIENTS = 10_000;

    private static final long TOKEN = 1_000_000_000L;

    private final long rate;
    private final long full;
    private final Duration fillTime;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    ClientBuckets(int rate, int burst, Clock clock) {
        this.rate = rate;
        this.full = burst * TOKEN;
        this.fillTime = Duration.ofNanos(full / rate + 1);
        this.clock = clock;
    }

    /** Takes a token, or returns how long the client must wait for one. */
    synchronized Duration take(String address) {
        Bucket bucket = filled(address);
        Duration wait = wait(bucket);
        if (wait.isZero()) {
            bucket.credit -= TOKEN;
        }
        return wait;
    }

    /** Returns how long the client must wait for a token, and takes none. */
    synchronized Duration ask(String address) {
        return wait(filled(address));
    }

    private Bucket filled(String address) {
        Instant now = clock.instant();
        Bucket bucket = buckets.computeIfAbsent(ClientAddress.clientOf(address), client -> new Bucket(full, now));
        bucket.credit = Math.min(full, bucket.credit + earned(Duration.between(bucket.filled, now)));
        bucket.filled = now;
        return bucket;
    }

    private Duration wait(Bucket bucket) {
        return bucket.credit >= TOKEN ? Duration.ZERO : Duration.ofNanos((TOKEN - bucket.credit + rate - 1) / rate);
    }

    /**
     * Returns the credit of a time: {@code rate} billionths of a token a nanosecond; none where the clock was set back.
     */
    private long earned(Duration elapsed) {
        if (elapsed.isNegative()) {
            return 0;
        }
        return elapsed.compareTo(fillTime) > 0 ? full : elapsed.toNanos() * rate;
    }

    private static final class Bucket {
        private long credit;
        private Instant filled;

        Bucket(long credit, Instant filled) {
            this.credit = credit;
            this.filled = filled;
        }
    }
}

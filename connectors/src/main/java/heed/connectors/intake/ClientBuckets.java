package heed.connectors.intake;

import heed.schemas.http.ClientAddress;
import heed.schemas.http.TokenBucket;
import java.time.Clock;
import java.time.Duration;
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

    private final int rate;
    private final int burst;
    private final Clock clock;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    ClientBuckets(int rate, int burst, Clock clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
    }

    /** Takes a token, or returns how long the client must wait for one. */
    Duration take(String address) {
        return of(address).take(clock.instant());
    }

    /** Returns how long the client must wait for a token, and takes none. */
    Duration ask(String address) {
        return of(address).ask(clock.instant());
    }

    private synchronized TokenBucket of(String address) {
        return buckets.computeIfAbsent(
                ClientAddress.clientOf(address),
                client -> new TokenBucket(rate, Duration.ofSeconds(1), burst, clock.instant()));
    }
}

package heed.connectors.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how many requests a client makes: a bucket of {@code burst} tokens for each address, refilled at {@code rate}
 * tokens a second.
 *
 * <p>The client is the peer of the connection. Headers such as {@code X-Forwarded-For} are ignored: anybody can write
 * them. An IPv6 client is its /64 network, within which addresses are free to choose. The ten thousand addresses seen
 * last are remembered.
 */
final class ClientBuckets {

    private static final int MOST_CLIENTS = 10_000;
    private static final int NETWORK_BYTES = 8;

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
        Instant now = clock.instant();
        Bucket bucket = buckets.computeIfAbsent(clientOf(address), client -> new Bucket(full, now));
        bucket.credit = Math.min(full, bucket.credit + earned(Duration.between(bucket.filled, now)));
        bucket.filled = now;
        if (bucket.credit >= TOKEN) {
            bucket.credit -= TOKEN;
            return Duration.ZERO;
        }
        return Duration.ofNanos((TOKEN - bucket.credit + rate - 1) / rate);
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

    private static String clientOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
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

package heed.schemas.program;

import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import heed.schemas.http.TokenBucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows programs by the keys that they show in the header {@code Authorization: Bearer KEY}, and how often each key may
 * be used. Whom a request comes from has no part in it.
 */
public final class Programs {

    /** How a server says that a program has to show a key (RFC 6750). */
    public static final String CHALLENGE = "Bearer realm=\"heed\"";

    private static final String BEARER = "bearer ";
    private static final String OURS = "heed_";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Supplier<Map<String, ProgramKey>> keys;
    private final Clock clock;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /** Takes the keys there are at a moment, by their digests, and the wall clock. */
    public Programs(Supplier<Map<String, ProgramKey>> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns how keys of a purpose begin. */
    public static String beginning(KeyPurpose purpose) {
        return OURS + (purpose == KeyPurpose.INTAKE ? "in" : purpose.name().toLowerCase(Locale.ROOT)) + "_";
    }

    /** Tells whether a header shows a key of ours, whether good or not. */
    public static boolean isShown(@Nullable String authorization) {
        return shown(authorization).isPresent();
    }

    private static Optional<String> shown(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(BEARER.length()).strip()).filter(key -> key.startsWith(OURS));
    }

    /** Returns the key that a header shows; nothing where there is none, or one that is not good any more. */
    public Optional<ProgramKey> of(@Nullable String authorization) {
        return shown(authorization)
                .map(Secret::digest)
                .flatMap(id -> Optional.ofNullable(keys.get().get(id)))
                .filter(key -> isGood(key, clock.instant()));
    }

    /** Tells whether a key is good for anything at a moment. */
    public static boolean isGood(ProgramKey key, Instant now) {
        return key.getPurpose() != KeyPurpose.UNSTATED
                && key.getRevokedAt() == null
                && (key.getExpiresAt() == null || now.isBefore(key.getExpiresAt()));
    }

    /** Tells whether a key is good for a hospital. */
    public static boolean reaches(ProgramKey key, String hospital) {
        return key.getHospitals().isEmpty() || key.getHospitals().contains(hospital);
    }

    /** Takes one of the requests that a key may make, or returns how long it has to wait for the next. */
    public Duration take(ProgramKey key) {
        Instant now = clock.instant();
        return buckets.computeIfAbsent(
                        key.getKeyId(), id -> new TokenBucket(key.getPerMinute(), MINUTE, key.getPerMinute(), now))
                .take(now);
    }
}

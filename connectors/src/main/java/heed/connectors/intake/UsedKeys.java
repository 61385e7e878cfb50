package heed.connectors.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what the ten thousand {@code Idempotency-Key}s seen last were sent with, so that a key that is used for
 * something else is refused, as draft-ietf-httpapi-idempotency-key-header has it. After a restart nothing is
 * remembered: then the second use counts as the new request that it is, since ids follow from the content too.
 */
final class UsedKeys {

    private static final int MOST = 10_000;

    private final Map<String, String> digests = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /** Refuses a key that was used with another body. */
    synchronized void requireUnusedOrSame(String key, byte[] body) {
        String before = digests.get(key);
        if (before != null && !before.equals(RequestIds.digest(body))) {
            throw new RefusedRequestException(Refusal.of(
                    422,
                    "The Idempotency-Key was used for another request",
                    "Nothing of it was recorded. What is another request has another key."));
        }
    }

    synchronized void use(String key, byte[] body) {
        digests.put(key, RequestIds.digest(body));
    }
}

package heed.app.server.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what the embedded registry is asked for by those it is for: programs on this machine that read schemas and
 * register compatible ones. What is compatible, only the Heed that started it says, by a key that nobody else has. All
 * else is refused, above all what a web page elsewhere can have a browser send: it names its origin, or another host
 * where the name of its own site was pointed here.
 *
 * <p>Laid out beside {@link RegistryChild} on the registry's class path, so it uses nothing but the JDK.
 */
final class RegistryRule {

    private static final String API = "/apis/ccompat/v7/";
    private static final String SETS = "PUT";
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final Pattern READ = Pattern.compile("(subjects|schemas|config)(/[^/;]+)*");

    /** What leads out of the API, written as it is or in percent. */
    private static final Pattern UPWARD = Pattern.compile("\\.\\.|%(2e|2f|5c)", Pattern.CASE_INSENSITIVE);

    /** What is used by each method. A schema is registered, looked up or tried: none of these replaces another. */
    private static final Map<String, Pattern> USED = Map.of(
            "GET",
            READ,
            "HEAD",
            READ,
            "POST",
            Pattern.compile("subjects/[^/;]+(/versions)?|compatibility/subjects/[^/;]+/versions(/[^/;]+)?"),
            SETS,
            Pattern.compile("config(/[^/;]+)?"));

    private final String owner;

    /** Takes the Authorization header of the Heed that runs the registry. */
    RegistryRule(String owner) {
        this.owner = owner;
    }

    /** Why a request is refused, and the status that says so. */
    enum Refusal {
        FOREIGN_HOST(403, "this registry answers on loopback only, by its address or as localhost"),
        FOREIGN_ORIGIN(403, "this registry takes nothing from web pages"),
        NOT_THE_OWNER(403, "what new schemas must be compatible with is set by the Heed that runs this registry"),
        UNUSED_METHOD(405, "this registry only reads, registers and compares schemas: it deletes nothing"),
        UNUSED_PATH(404, "this registry has the subjects, schemas, config and compatibility of /apis/ccompat/v7 alone");

        private final int status;
        private final String why;

        Refusal(int status, String why) {
            this.status = status;
            this.why = why;
        }

        int status() {
            return status;
        }

        /** Returns it as the registry's own errors are written. */
        String json() {
            return "{\"error_code\":" + status + ",\"message\":\"" + why + "\"}";
        }
    }

    /**
     * Returns why a request is refused; nothing where it is not.
     *
     * @param host whom the request names, null where it names none; {@code origin} and {@code authorization}, the
     *     headers, likewise
     */
    Optional<Refusal> refusal(
            String method,
            String path,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String authorization) {
        if (host == null || !LOOPBACK.matcher(host).matches()) {
            return Optional.of(Refusal.FOREIGN_HOST);
        }
        if (origin != null) {
            return Optional.of(Refusal.FOREIGN_ORIGIN);
        }
        Pattern used = USED.get(method);
        if (used == null) {
            return Optional.of(Refusal.UNUSED_METHOD);
        }
        if (method.equals(SETS) && !isOwner(authorization)) {
            return Optional.of(Refusal.NOT_THE_OWNER);
        }
        boolean within = path.startsWith(API) && !UPWARD.matcher(path).find();
        return within && used.matcher(path.substring(API.length())).matches()
                ? Optional.empty()
                : Optional.of(Refusal.UNUSED_PATH);
    }

    /** However long it takes to find out tells nothing of the key. */
    private boolean isOwner(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        owner.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }
}

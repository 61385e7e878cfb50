package heed.monitoring.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the browser what somebody called themselves, so that they need not type it each time. It proves nothing.
 */
public final class RememberedName {

    private static final String COOKIE = "heed-name";
    private static final int SECONDS = Math.toIntExact(Duration.ofDays(180).toSeconds());

    private RememberedName() {}

    /** Returns the name; empty where none is remembered. */
    public static String of(PageRequest request) {
        return read(request.cookie(COOKIE));
    }

    /** Returns the name that came along with a request; empty where none is remembered. */
    public static String of(Context ctx) {
        return read(ctx.cookie(COOKIE));
    }

    private static String read(@Nullable String cookie) {
        try {
            String kept = Objects.toString(cookie, "");
            return new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Has the browser keep the name. */
    public static void keep(Context ctx, String name) {
        String kept = Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        ctx.cookie(new Cookie(COOKIE, kept, "/", SECONDS, false, true, null, SameSite.STRICT));
    }
}

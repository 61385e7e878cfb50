package heed.monitoring.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * What a browser shows to be known by. Browsers send it over TLS alone, or to their own machine; no script reads it,
 * and no page elsewhere sends it along with a form.
 */
public final class SessionCookie {

    private static final String NAME = "heed-session";

    private SessionCookie() {}

    /** Returns what the browser shows. */
    public static Optional<String> of(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME)).filter(token -> !token.isEmpty());
    }

    /** Has the browser show {@code token} until it is closed. */
    public static void give(Context ctx, String token) {
        ctx.cookie(new Cookie(NAME, token, "/", -1, true, true, null, SameSite.LAX));
    }

    /** Has the browser forget what it shows. */
    public static void take(Context ctx) {
        ctx.cookie(new Cookie(NAME, "", "/", 0, true, true, null, SameSite.LAX));
    }
}

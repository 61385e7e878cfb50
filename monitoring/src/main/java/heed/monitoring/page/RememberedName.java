package heed.monitoring.page;

import heed.schemas.http.KeptCookie;
import io.javalin.http.Context;
import io.javalin.http.SameSite;
import java.time.Duration;

/**
 * Remembers in the browser what somebody called themselves, so that they need not type it each time. It proves nothing.
 */
public final class RememberedName {

    private static final KeptCookie COOKIE = new KeptCookie("heed-name", Duration.ofDays(180), SameSite.STRICT);

    private RememberedName() {}

    /** Returns the name; empty where none is remembered. */
    public static String of(PageRequest request) {
        return KeptCookie.text(request.cookie(COOKIE.name()));
    }

    /** Returns the name that came along with a request; empty where none is remembered. */
    public static String of(Context ctx) {
        return KeptCookie.text(ctx.cookie(COOKIE.name()));
    }

    /** Has the browser keep the name. */
    public static void keep(Context ctx, String name) {
        COOKIE.keepText(ctx, name);
    }
}

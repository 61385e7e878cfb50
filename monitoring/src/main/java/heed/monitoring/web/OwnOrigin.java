package heed.monitoring.web;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that come from this server's own pages, or from a program, from those that a page elsewhere made a
 * browser send.
 *
 * <p>A browser says {@code Sec-Fetch-Site} to addresses that it trusts, such as loopback, and {@code Origin} with
 * whatever changes something; a program says neither, and acts for nobody but itself.
 */
public final class OwnOrigin {

    private OwnOrigin() {}

    /** Tells whether a request may change something. */
    public static boolean sent(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = ctx.header("Origin");
        return origin == null || isOf(origin, ctx.host());
    }

    private static boolean isOf(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        return host != null
                && scheme > 0
                && origin.substring(scheme + "://".length())
                        .toLowerCase(Locale.ROOT)
                        .equals(host.toLowerCase(Locale.ROOT));
    }
}

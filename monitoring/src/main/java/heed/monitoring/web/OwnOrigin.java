package heed.monitoring.web;

import heed.schemas.listen.AskedHosts;
import io.javalin.http.Context;
import java.util.Locale;

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
        return origin == null || isOf(origin.toLowerCase(Locale.ROOT), ctx);
    }

    /** What comes over TLS does not come from a page that came without: anybody on the way could have written that. */
    private static boolean isOf(String origin, Context ctx) {
        int scheme = origin.indexOf("://");
        return scheme > 0
                && (!ctx.req().isSecure() || origin.startsWith("https:"))
                && AskedHosts.outermost(ctx.req())
                        .filter(host ->
                                origin.substring(scheme + "://".length()).equals(host.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }
}

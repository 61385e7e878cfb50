package heed.monitoring.web;

import io.javalin.http.Context;
import java.util.Set;

/** Tells browsers to run and load only what this server itself sends: no inline script or style, no other host. */
final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Of a page on somebody's own machine they would keep every other server there from plain HTTP. */
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String A_YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    static void add(Context ctx) {
        if (ctx.req().isSecure() && !OWN_MACHINE.contains(ctx.req().getServerName())) {
            ctx.header("Strict-Transport-Security", A_YEAR);
        }
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        // Without a referrer browsers say of our own forms, too, that they come from nowhere.
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    }
}

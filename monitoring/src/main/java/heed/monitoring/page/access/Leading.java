package heed.monitoring.page.access;

import heed.monitoring.access.SignedIn;
import heed.monitoring.web.OwnPath;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads browsers to where their people have to go first, and afterwards to where they wanted to. */
public final class Leading {

    static final String SIGN_IN = "/sign-in";
    static final String ACCOUNT = "/account";
    static final String SECOND_FACTOR = "/account/second-factor";
    static final String HOME = "/";

    private Leading() {}

    /** Has a person sign in and come back; tells a program that nobody is signed in. */
    public static void askWho(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        if (ctx.method().name().equals("GET") && accept.contains("text/html")) {
            String query = ctx.queryString();
            String to = query == null ? ctx.path() : ctx.path() + "?" + query;
            ctx.redirect(
                    SIGN_IN + (to.equals(HOME) ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)),
                    HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNAUTHORIZED)
                    .contentType("text/plain; charset=utf-8")
                    .result("Nobody who may read this is signed in.");
        }
    }

    /**
     * Takes somebody who may see nothing before they have a password of their own, or the second factor that their role
     * needs, to where they get it; tells whether it did.
     */
    public static boolean toWhatIsMissing(Context ctx, Optional<SignedIn> who) {
        Optional<SignedIn> kept = who.filter(each -> each.missing() != SignedIn.Missing.NOTHING
                && ctx.method().name().equals("GET"));
        kept.ifPresent(each -> go(ctx, FirstPage.of(each)));
        return kept.isPresent();
    }

    /** Leads to addresses of this server alone. */
    static String to(@Nullable String asked) {
        return asked != null && OwnPath.is(asked) ? asked : HOME;
    }

    static void go(Context ctx, String to) {
        ctx.header("Cache-Control", "no-store").redirect(to, HttpStatus.SEE_OTHER);
    }
}

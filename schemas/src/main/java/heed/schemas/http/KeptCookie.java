package heed.schemas.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps for whoever uses it, and what proves nothing: a name, a choice. No script reads it, and what was
 * given over TLS is sent over TLS alone.
 *
 * @param name what it is called
 * @param kept how long
 * @param site whether it is sent along by links from elsewhere
 */
public record KeptCookie(String name, Duration kept, SameSite site) {

    /** Has the browser keep {@code value}, which has nothing in it that a cookie may not have. */
    public void keep(Context ctx, String value) {
        int seconds = Math.toIntExact(kept.toSeconds());
        ctx.cookie(new Cookie(name, value, "/", seconds, ctx.req().isSecure(), true, null, site));
    }

    /** Has it keep any text; {@link #text} reads it. */
    public void keepText(Context ctx, String text) {
        keep(ctx, Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the text that was kept; empty where there is none, or something else. */
    public static String text(@Nullable String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(Objects.toString(value, "")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

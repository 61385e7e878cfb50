package heed.monitoring.page;

import heed.monitoring.view.Followed;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps in the browser which hospitals and wards its reader follows, by their codes alone. */
public final class KeptPlaces {

    private static final String COOKIE = "heed-follow";
    private static final int SECONDS = Math.toIntExact(Duration.ofDays(400).toSeconds());

    private KeptPlaces() {}

    /** Returns what a reader of a page follows. */
    public static Followed of(PageRequest request) {
        return of(request.cookie(COOKIE));
    }

    /** Returns what whoever sends a form follows. */
    public static Followed of(Context sent) {
        return of(sent.cookie(COOKIE));
    }

    private static Followed of(@Nullable String kept) {
        try {
            byte[] text = Base64.getUrlDecoder().decode(Objects.toString(kept, ""));
            return Followed.parse(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Followed.NONE;
        }
    }

    /** Has the browser keep it. */
    public static void keep(Context ctx, Followed followed) {
        String kept = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(followed.text().getBytes(StandardCharsets.UTF_8));
        ctx.cookie(new Cookie(COOKIE, kept, "/", SECONDS, false, true, null, SameSite.STRICT));
    }
}

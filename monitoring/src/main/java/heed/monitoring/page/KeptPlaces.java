package heed.monitoring.page;

import heed.monitoring.view.Followed;
import heed.schemas.http.KeptCookie;
import io.javalin.http.Context;
import io.javalin.http.SameSite;
import java.time.Duration;

/** Keeps in the browser which hospitals and wards its reader follows, by their codes alone. */
public final class KeptPlaces {

    private static final KeptCookie COOKIE = new KeptCookie("heed-follow", Duration.ofDays(400), SameSite.STRICT);

    private KeptPlaces() {}

    /** Returns what a reader of a page follows. */
    public static Followed of(PageRequest request) {
        return Followed.parse(KeptCookie.text(request.cookie(COOKIE.name())));
    }

    /** Returns what whoever sends a form follows. */
    public static Followed of(Context sent) {
        return Followed.parse(KeptCookie.text(sent.cookie(COOKIE.name())));
    }

    /** Has the browser keep it. */
    public static void keep(Context ctx, Followed followed) {
        COOKIE.keepText(ctx, followed.text());
    }
}

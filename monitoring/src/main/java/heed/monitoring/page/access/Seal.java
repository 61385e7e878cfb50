package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.PageReader;
import heed.monitoring.web.FormBody;
import heed.monitoring.web.SmallBody;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Tells forms that come from a page of somebody's own session from others. */
public final class Seal {

    private Seal() {}

    /** Tells whether what was sent is of {@code reader}'s session; where nobody has one, it is. */
    public static boolean isOf(PageReader reader, Context sent) {
        return reader.seal().isEmpty() || is(reader.seal(), sent);
    }

    static boolean is(String seal, Context sent) {
        try {
            String given = FormBody.fields(SmallBody.read(sent).orElse("")).getOrDefault(PageReader.SEAL, "");
            return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Html input(String seal) {
        return el("input", attr("type", "hidden"), attr("name", PageReader.SEAL), attr("value", seal));
    }
}

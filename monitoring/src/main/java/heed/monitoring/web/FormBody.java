package heed.monitoring.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Takes apart what a form sends, {@code application/x-www-form-urlencoded}. */
public final class FormBody {

    private FormBody() {}

    /**
     * Returns the fields by name, of those of one name the first.
     *
     * @throws IllegalArgumentException where it is not encoded as it must be; the message may quote it
     */
    public static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

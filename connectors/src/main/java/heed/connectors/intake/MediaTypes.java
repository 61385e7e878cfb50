package heed.connectors.intake;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what a body says that it is. Only UTF-8 that is not compressed is taken. */
final class MediaTypes {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> LINES = List.of("application/x-ndjson", "application/ndjson");
    private static final List<String> FORM = List.of("application/x-www-form-urlencoded");

    private MediaTypes() {}

    static boolean isJson(Context ctx) {
        return isOneOf(ctx, JSON);
    }

    /** Tells whether it is a JSON object a line. */
    static boolean isLines(Context ctx) {
        return isOneOf(ctx, LINES);
    }

    static boolean isForm(Context ctx) {
        return isOneOf(ctx, FORM);
    }

    private static boolean isOneOf(Context ctx, List<String> types) {
        String said = Optional.ofNullable(ctx.contentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        String encoding = Optional.ofNullable(ctx.header("Content-Encoding")).orElse("identity");
        return encoding.equalsIgnoreCase("identity")
                && types.stream()
                        .anyMatch(type -> said.equals(type)
                                || said.equals(type + ";charset=utf-8")
                                || said.equals(type + ";charset=\"utf-8\""));
    }
}

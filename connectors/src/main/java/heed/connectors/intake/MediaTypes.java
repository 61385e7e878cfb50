package heed.connectors.intake;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a body says that it is. Only UTF-8 that is not compressed is taken. */
final class MediaTypes {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> LINES = List.of("application/x-ndjson", "application/ndjson");
    private static final List<String> FORM = List.of("application/x-www-form-urlencoded");

    private static final List<String> FHIR = List.of("application/fhir+json", "application/json");
    private static final List<String> FHIR_PARAMETERS =
            List.of("charset=utf-8", "charset=\"utf-8\"", "fhirversion=4.0", "fhirversion=\"4.0\"");
    private static final List<String> ANY = List.of("*/*", "application/*");

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

    /** Tells whether it is JSON of FHIR, of R4 where it says which. */
    static boolean isFhir(Context ctx) {
        String said = plain(ctx.contentType());
        List<String> parts = List.of(said.split(";", -1));
        return isPlain(ctx)
                && FHIR.contains(parts.get(0))
                && FHIR_PARAMETERS.containsAll(parts.subList(1, parts.size()));
    }

    /** Tells whether JSON of FHIR is among what a client understands. */
    static boolean mayAnswerInFhirJson(Context ctx) {
        String format = plain(ctx.queryParam("_format"));
        if (!format.isEmpty()) {
            // A plus of an address is a space.
            return format.equals("json") || FHIR.contains(format) || format.equals("application/fhirjson");
        }
        String accepted = plain(ctx.header("Accept"));
        return accepted.isEmpty()
                || Stream.of(accepted.split(",", -1))
                        .map(each -> each.replaceFirst(";.*", ""))
                        .anyMatch(each -> FHIR.contains(each) || ANY.contains(each));
    }

    private static String plain(@Nullable String said) {
        return Optional.ofNullable(said).orElse("").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static boolean isPlain(Context ctx) {
        return Optional.ofNullable(ctx.header("Content-Encoding"))
                .orElse("identity")
                .equalsIgnoreCase("identity");
    }

    private static boolean isOneOf(Context ctx, List<String> types) {
        String said = plain(ctx.contentType());
        return isPlain(ctx)
                && types.stream()
                        .anyMatch(type -> said.equals(type)
                                || said.equals(type + ";charset=utf-8")
                                || said.equals(type + ";charset=\"utf-8\""));
    }
}

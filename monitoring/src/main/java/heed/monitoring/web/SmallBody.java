package heed.monitoring.web;

import heed.schemas.http.BodyReader;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads what a request brings along, no more of it than an action can need. */
public final class SmallBody {

    /** The longest action, with every character written in the longest way. */
    public static final int MOST_BYTES = 16 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int AT_ONCE = 256;
    private static final String RECEIVED = "heed.body";

    private SmallBody() {}

    /** Returns what reads such bodies, which are short, and come from many at once. */
    public static BodyReader reader() {
        return new BodyReader(MOST_BYTES, LONGEST, AT_ONCE);
    }

    /** Tells whether a request says that its body is of {@code type}. */
    public static boolean isOf(String type, Context ctx) {
        String told = Objects.toString(ctx.contentType(), "").split(";", -1)[0];
        return told.strip().toLowerCase(Locale.ROOT).equals(type);
    }

    /** Returns the body; nothing where it is too large. */
    public static Optional<String> read(Context ctx) {
        Optional<byte[]> received = ctx.attribute(RECEIVED);
        return received == null ? Optional.of("") : received.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Keeps what was received with a request; nothing says that it is too large. */
    static void put(Context ctx, Optional<byte[]> received) {
        ctx.attribute(RECEIVED, received);
    }
}

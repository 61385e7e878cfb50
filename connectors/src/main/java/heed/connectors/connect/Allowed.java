package heed.connectors.connect;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Says what a setting may be, to whoever set it otherwise and to the documentation alike. */
final class Allowed {

    static final ConfigDef.Validator SOMETHING = of("not empty", text -> !text.isBlank());
    static final ConfigDef.Validator SOME_DIRECTORY =
            of("a directory that this worker can read", text -> isReadable(text) && Files.isDirectory(Path.of(text)));
    static final ConfigDef.Validator DIRECTORY = of(
            "empty, or a directory that this worker can read",
            text -> text.isEmpty() || (isReadable(text) && Files.isDirectory(Path.of(text))));
    static final ConfigDef.Validator FILE = of(
            "empty, or a file that this worker can read",
            text -> text.isEmpty() || (isReadable(text) && Files.isRegularFile(Path.of(text))));
    static final ConfigDef.Validator GLOB = of("a glob such as *.csv or *.{csv,xlsx}", text -> {
        FileSystems.getDefault().getPathMatcher("glob:" + text);
        return !text.isBlank();
    });
    static final ConfigDef.Validator URL = of("an address such as http://127.0.0.1:8081", text -> {
        URI uri = URI.create(text);
        return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
    });
    static final ConfigDef.Validator ZONE = of("a name of the time zone database such as Europe/London", text -> {
        ZoneId.of(text);
        return true;
    });
    static final ConfigDef.Validator LATENESS = of("days as 45d or hours as 36h, up to 365d", text -> {
        Duration lateness = lateness(text);
        return !lateness.isZero() && lateness.compareTo(Duration.ofDays(365)) <= 0;
    });

    private Allowed() {}

    /** Returns that a number is allowed from {@code least} to {@code most}. */
    static ConfigDef.Validator between(long least, long most) {
        return validator(
                least + " to " + most,
                value -> ((Number) value).longValue() >= least && ((Number) value).longValue() <= most);
    }

    static ConfigDef.Validator oneOf(String one, String other) {
        return of(one + " or " + other, text -> text.equals(one) || text.equals(other));
    }

    /** Reads what {@link #LATENESS} allows. */
    static Duration lateness(String text) {
        if (!text.matches("[0-9]{1,5}[dh]")) {
            throw new IllegalArgumentException("neither days nor hours");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private static boolean isReadable(String path) {
        return !path.isBlank() && Files.isReadable(Path.of(path));
    }

    private static ConfigDef.Validator of(String allowed, Predicate<String> isAllowed) {
        return validator(allowed, value -> value instanceof String text && isAllowed.test(text));
    }

    private static ConfigDef.Validator validator(String allowed, Predicate<Object> isAllowed) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value == null || !holds(isAllowed, value)) {
                        throw new ConfigException(name, value, "must be " + allowed);
                    }
                },
                () -> allowed);
    }

    private static boolean holds(Predicate<Object> isAllowed, Object value) {
        try {
            return isAllowed.test(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}

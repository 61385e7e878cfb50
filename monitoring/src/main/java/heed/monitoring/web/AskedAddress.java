package heed.monitoring.web;

import heed.schemas.name.Codes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as an audit may keep it: what a reader typed in place of its parameters is left out, but for the code of a
 * hospital.
 *
 * @param pattern the address with its parameters in braces
 * @param hospital what stands where the code of a hospital does; null where the address names none
 */
public record AskedAddress(String pattern, @Nullable String hospital) {

    private static final String CODE = "{code}";

    /** Of each address that is registered, and of nothing that anybody typed: whoever asks has none made again. */
    private static final Map<String, Pattern> EXPRESSIONS = new ConcurrentHashMap<>();

    /** Returns which of the registered addresses a path is; nothing where it is none. */
    static Optional<AskedAddress> of(String path, List<Guard.Guarded> registered) {
        return registered.stream()
                .map(Guard.Guarded::path)
                .distinct()
                .flatMap(pattern -> match(pattern, path).stream())
                .findFirst();
    }

    /** Returns the address of a pattern that a path fits. */
    static AskedAddress at(String pattern, String path) {
        return match(pattern, path).orElseGet(() -> new AskedAddress(pattern, null));
    }

    /** A letter may stand in an address as itself or as a number: it is the same hospital. */
    private static @Nullable String plain(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(Pattern.quote(pattern)
                .replace(CODE, "\\E(?<code>[^/]+)\\Q")
                .replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"));
    }

    private static Optional<AskedAddress> match(String pattern, String path) {
        Matcher parts =
                EXPRESSIONS.computeIfAbsent(pattern, AskedAddress::expression).matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String code = pattern.contains(CODE) ? plain(parts.group("code")) : null;
        return Optional.of(new AskedAddress(pattern, Codes.isCode(code) ? code : null));
    }
}

package heed.app.settings;

import heed.schemas.figures.FalseShare;
import heed.schemas.http.KnownHosts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the kinds of value that settings have. */
final class ValueTypes {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}|\\[[0-9A-Fa-f:]+]:[0-9]{1,5}");
    private static final Pattern HUNDREDTHS = Pattern.compile("0?\\.[0-9]{1,2}");
    private static final double LEAST_SHARE = .01;
    private static final double MOST_SHARE = .50;
    private static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private static final Pattern WORD = Pattern.compile("[^\\s,=\\p{Cntrl}]{1,200}");

    private ValueTypes() {}

    static ValueType<Path> directory() {
        return of("the path of a directory", text -> Path.of(notBlank(text)));
    }

    static ValueType<Optional<Path>> optionalDirectory() {
        return optional("the path of a directory, or empty", Path::of);
    }

    static ValueType<Optional<Path>> optionalFile() {
        return optional("the path of a file, or empty", Path::of);
    }

    static ValueType<String> host() {
        return matching("a host name or an address", HOST);
    }

    static ValueType<List<String>> hostNames() {
        return of("host names without a port, several separated by commas, or empty", text -> {
            List<String> names = list(text);
            require(names.stream().allMatch(KnownHosts::isName));
            return names;
        });
    }

    static ValueType<String> word() {
        return matching("1 to 200 characters without spaces, commas or equals signs", WORD);
    }

    static ValueType<Optional<String>> optionalWord() {
        return optional("1 to 200 characters without spaces, commas or equals signs, or empty", word()::parse);
    }

    static ValueType<List<String>> words() {
        return of(
                "words without spaces, several separated by commas, or empty",
                text -> list(text).stream().map(word()::parse).toList());
    }

    static List<String> list(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    static ValueType<String> applicationId() {
        return matching("1 to 80 letters, digits, dots, underscores or hyphens", APPLICATION_ID);
    }

    static ValueType<Optional<String>> optionalServers() {
        return optional("HOST:PORT, several separated by commas, or empty", text -> {
            List<String> servers =
                    Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            require(servers.stream()
                    .allMatch(server -> HOST_AND_PORT.matcher(server).matches()));
            return String.join(",", servers);
        });
    }

    static ValueType<Optional<URI>> optionalUrl() {
        return optional("an http:// or https:// address, or empty", text -> {
            URI url = URI.create(text);
            require(("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null);
            return url;
        });
    }

    static ValueType<Optional<String>> optionalText() {
        return optional("any text, or empty", text -> text);
    }

    /** An address without a path: what stands behind its host is ours. */
    static ValueType<Optional<URI>> optionalOrigin() {
        return optional("https://NAME or http://NAME, with a port or without and nothing behind it, or empty", text -> {
            URI url = URI.create(text);
            require(("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null);
            require(url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
            require(url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null);
            return URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/");
        });
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        return of("a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            require(number >= least && number <= most);
            return number;
        });
    }

    /** Hundredths, so that pages can say the share in words. */
    static ValueType<FalseShare> falseShare() {
        return of("a share from 0.01 to 0.50 in hundredths, such as 0.10", text -> {
            require(HUNDREDTHS.matcher(text).matches());
            double share = Double.parseDouble(text);
            require(share >= LEAST_SHARE && share <= MOST_SHARE);
            return new FalseShare(share);
        });
    }

    static ValueType<SortedMap<String, Integer>> wholeNumbersByName(String name, String number, int least, int most) {
        String allowed = name + "=" + number + ", several separated by commas, " + number + " from " + least + " to "
                + most + ", or empty";
        ValueType<Integer> numbers = wholeNumber(least, most);
        return of(allowed, text -> {
            SortedMap<String, Integer> byName = new TreeMap<>();
            for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
                String[] sides = entry.split("=", -1);
                require(sides.length == 2 && !sides[0].isBlank());
                require(byName.put(sides[0].strip(), numbers.parse(sides[1].strip())) == null);
            }
            return Collections.unmodifiableSortedMap(byName);
        });
    }

    static ValueType<Integer> port() {
        return of("a port from 0 to 65535 (0 takes a free one)", wholeNumber(0, 65_535)::parse);
    }

    static ValueType<Duration> duration(String least, String most) {
        Duration shortest = Durations.parse(least);
        Duration longest = Durations.parse(most);
        return of("a duration from " + least + " to " + most + ", such as 45d, 12h, 30m, 6s, 500ms or PT6S", text -> {
            Duration duration = Durations.parse(text);
            require(duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0);
            return duration;
        });
    }

    static ValueType<ZoneId> zone() {
        return of("a time zone such as Europe/London", ZoneId::of);
    }

    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    static <E extends Enum<E>> ValueType<E> oneOf(List<E> values) {
        return oneOf(values, ValueTypes::written);
    }

    static <T> ValueType<T> oneOf(List<T> values, Function<T, String> written) {
        String names = values.stream().map(written).collect(Collectors.joining(", "));
        return of("one of " + names, text -> values.stream()
                .filter(value -> written.apply(value).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static ValueType<String> matching(String allowed, Pattern pattern) {
        return of(allowed, text -> {
            require(pattern.matcher(text).matches());
            return text;
        });
    }

    private static <T> ValueType<Optional<T>> optional(String allowed, Function<String, T> parser) {
        return of(allowed, text -> text.isBlank() ? Optional.empty() : Optional.of(parser.apply(text.strip())));
    }

    private static String notBlank(String text) {
        require(!text.isBlank());
        return text;
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    static <T> ValueType<T> of(String allowed, Function<String, T> parser) {
        return new ValueType<>() {
            @Override
            public String allowed() {
                return allowed;
            }

            @Override
            public T parse(String text) {
                try {
                    return parser.apply(text);
                } catch (java.time.DateTimeException | ArithmeticException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        };
    }
}

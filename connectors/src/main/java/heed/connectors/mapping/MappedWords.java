package heed.connectors.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people and vendors write for channels, languages, age bands and units, and for nothing at all. */
final class MappedWords {

    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`\u00B4]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s_]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_CODE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern ENDS = Pattern.compile("^[^A-Za-z0-9]+|-+$");
    private static final Pattern AND_OVER =
            Pattern.compile("(\\d{1,3}) ?(?:\\+|and over|or over|and older|or older|plus)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3}) ?(?:-|\u2013|to) ?(\\d{1,3})");
    private static final Pattern UNDER = Pattern.compile("(?:under|below|less than|<) ?(\\d{1,3})");

    /** What is written where nothing was answered. */
    private static final Set<String> NOTHING =
            Set.of("", "-", "\u2013", "*", ".", "na", "n/a", "#n/a", "null", "nan", "-9", "-99", "-999");

    private static final Map<String, Set<String>> CHANNELS = Map.of(
            "sms", Set.of("sms", "text", "text message", "mode sms", "sms text"),
            "web",
                    Set.of(
                            "web",
                            "online",
                            "email",
                            "e-mail",
                            "qr",
                            "qr code",
                            "website",
                            "app",
                            "internet",
                            "mode online"),
            "kiosk", Set.of("kiosk", "tablet", "ipad", "electronic", "touchscreen", "electronic discharge"),
            "paper", Set.of("paper", "postcard", "card", "post", "mail", "letter", "paper discharge", "paper home"),
            "phone", Set.of("phone", "telephone", "ivr", "call", "telephone call", "mode telephone"),
            "", Set.of("other", "unknown", "not known", "mode other"));

    private MappedWords() {}

    /**
     * Returns what texts are compared by: capitals, apostrophes, underscores and a full stop at the end are nothing.
     */
    static String plain(String text) {
        String bare = APOSTROPHES.matcher(text).replaceAll("");
        String spaced = BETWEEN.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return spaced.length() > 1 && spaced.endsWith(".") ? spaced.substring(0, spaced.length() - 1) : spaced;
    }

    /** Tells whether a text says that there is nothing. */
    static boolean isNothing(String text) {
        return NOTHING.contains(plain(text));
    }

    /** Returns the channel of a word, empty where it says that none is known; nothing where no rule knows it. */
    static Optional<String> channel(String text) {
        String word = plain(text);
        return CHANNELS.entrySet().stream()
                .filter(each -> each.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns a language's tag as it is written elsewhere: {@code en_GB} is {@code en-GB}. */
    static String language(String text) {
        return text.replace('_', '-');
    }

    /** Returns an age band as a code: {@code 85 and over} is {@code 85+}, {@code under 16} is {@code 0-15}. */
    static String ageBand(String text) {
        String word = plain(text).replaceAll(" ?(?:years?(?: old)?|yrs?)$", "");
        Matcher over = AND_OVER.matcher(word);
        if (over.matches()) {
            return over.group(1) + "+";
        }
        Matcher span = SPAN.matcher(word);
        if (span.matches()) {
            return span.group(1) + "-" + span.group(2);
        }
        Matcher under = UNDER.matcher(word);
        return under.matches() ? "0-" + (Integer.parseInt(under.group(1)) - 1) : text;
    }

    /** Returns a name as a code: {@code Ward 7 (AMU)} is {@code Ward-7-AMU}. */
    static String code(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String bare = APOSTROPHES.matcher(plain).replaceAll("");
        return ENDS.matcher(NO_CODE.matcher(bare).replaceAll("-")).replaceAll("");
    }
}

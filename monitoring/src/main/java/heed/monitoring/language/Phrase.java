package heed.monitoring.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places: {@code {n}} for a figure, {@code {d}} for a date, {@code {w}} for words, which may be data;
 * {@code {m}} for several that are in the catalogue themselves; {@code {n2}} is the second of its kind. Looked for from
 * the left without going back, so that what somebody typed cannot make it slow.
 *
 * @param between what stands before, between and behind the places
 */
record Phrase(List<String> between, List<String> places, String welsh) {

    private static final Pattern PLACE = Pattern.compile("\\{([ndwm]\\d?)}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    static Phrase of(String english, String welsh) {
        List<String> between = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            between.add(english.substring(from, place.start()));
            places.add(place.group(1));
            from = place.end();
        }
        between.add(english.substring(from));
        return new Phrase(List.copyOf(between), List.copyOf(places), welsh);
    }

    /** Returns how much of it is said by itself: the more, the surer a sentence that fits it is meant. */
    int literal() {
        return between.stream().mapToInt(String::length).sum();
    }

    /** Returns a sentence of this kind in Welsh, words and dates in it by {@code say}; nothing for any other. */
    Optional<String> of(String sentence, UnaryOperator<String> say, Predicate<String> known) {
        int last = between.size() - 1;
        if (!sentence.startsWith(between.get(0)) || !sentence.endsWith(between.get(last))) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        int from = between.get(0).length();
        for (int at = 0; at < places.size(); at++) {
            String next = between.get(at + 1);
            int to = at + 1 == last ? sentence.length() - next.length() : sentence.indexOf(next, from + 1);
            if (to <= from || !fits(places.get(at), sentence.substring(from, to), known)) {
                return Optional.empty();
            }
            found.put(places.get(at), sentence.substring(from, to));
            from = to + next.length();
        }
        return Optional.of(PLACE.matcher(welsh).replaceAll(place -> {
            String value = found.getOrDefault(place.group(1), "");
            return Matcher.quoteReplacement(place.group(1).startsWith("n") ? value : say.apply(value));
        }));
    }

    private static boolean fits(String place, String value, Predicate<String> known) {
        return switch (place.charAt(0)) {
            case 'n' -> !LETTER.matcher(value).find();
            case 'd' -> !LETTER.matcher(value).find() || Dates.welsh(value).isPresent();
            case 'm' -> value.contains(" ") && known.test(value);
            default -> true;
        };
    }
}

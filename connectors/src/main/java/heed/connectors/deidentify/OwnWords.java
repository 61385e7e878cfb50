package heed.connectors.deidentify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a hospital's own name in a text, which is no person's: two or more of its words in their order, or one of them
 * before a word for a place.
 */
final class OwnWords {

    /** What is called by a name and is no person. */
    static final String PLACES =
            "hospital|hospitals|infirmary|ward|wards|unit|clinic|centre|center|suite|wing|house|building|department"
                    + "|theatre|lounge|surgery|practice|university|trust|ysbyty|uned|canolfan";

    private static final int SHORTEST = 3;

    private OwnWords() {}

    /** Returns where {@code text} has the hospital's name, or as much of it as can be no other. */
    static List<Span> in(String text, String hospital) {
        List<String> words = Arrays.stream(hospital.split("[^\\p{L}\\p{N}'’]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)).replace("'", "\\E['’]?\\Q"))
                .toList();
        List<String> forms = new ArrayList<>();
        for (int from = 0; from + 1 < words.size(); from++) {
            forms.add(run(words, from));
        }
        for (String word : words) {
            if (word.length() > SHORTEST + "\\Q\\E".length()) {
                forms.add(word + "(?= (?:" + PLACES + ")\\b)");
            }
        }
        List<Span> found = new ArrayList<>();
        for (String form : forms) {
            Matcher each = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            while (each.find()) {
                found.add(new Span(each.start(), each.end()));
            }
        }
        return found;
    }

    /** Two words, and as many of those that follow as the text has. */
    private static String run(List<String> words, int from) {
        var form = new StringBuilder();
        for (int i = words.size() - 1; i >= from + 2; i--) {
            form.insert(0, "(?: " + words.get(i)).append(")?");
        }
        return words.get(from) + " " + words.get(from + 1) + form + "(?![\\p{L}\\p{N}])";
    }
}

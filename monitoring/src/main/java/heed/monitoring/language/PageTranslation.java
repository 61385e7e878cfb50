package heed.monitoring.language;

import heed.monitoring.html.Html;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page on its way into Welsh. A text is looked for as a whole, then as one of a kind, then in its parts; what is
 * not found stays as it is, for it is data: a name, a code. What patients and staff wrote is never looked up, as its
 * element says ({@code translate="no"}, or a language).
 */
public final class PageTranslation {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** How a text is taken apart: what is beside each other, sentences, halves of them, and last phrases. */
    private static final List<Step> STEPS = List.of(
            edges("[\\s,;:·/]*"),
            parts(" - | · "),
            parts("(?<=[.?!]) "),
            parts("(?<=[:;]) "),
            edges("[\\s.()\"]*"),
            parts(", |(?= \\()"));

    /** Longer texts are what somebody wrote. */
    private static final int LONGEST = 1500;

    private final Catalogue catalogue;
    private final Map<String, String> said = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    PageTranslation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Html of(Html page) {
        return page.inOther(this::say);
    }

    String line(String text) {
        return say(text);
    }

    private String say(String text) {
        if (text.length() > LONGEST || !LETTER.matcher(text).find()) {
            return text;
        }
        String known = said.get(text);
        if (known == null) {
            known = look(text);
            said.put(text, known);
        }
        return known;
    }

    private String look(String text) {
        String words = text.strip();
        Optional<String> whole = found(words);
        if (whole.isPresent()) {
            return around(text, words, whole.get());
        }
        return STEPS.stream()
                .map(step -> step.of(text, this::say))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> left(text));
    }

    private Optional<String> found(String words) {
        String without = Catalogue.withoutStop(words);
        if (!without.equals(words)) {
            return found(without).map(each -> each + words.charAt(words.length() - 1));
        }
        return catalogue.whole(words).or(() -> Dates.welsh(words)).or(() -> ofAKind(words));
    }

    private Optional<String> ofAKind(String words) {
        return catalogue.phrases().stream()
                .map(each ->
                        each.of(words, this::say, part -> catalogue.whole(part).isPresent()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String around(String text, String words, String inOther) {
        int at = text.indexOf(words);
        return text.substring(0, at) + inOther + text.substring(at + words.length());
    }

    private String left(String text) {
        missing.add(text);
        return text;
    }

    /** Returns what of {@code page} is neither in the catalogue nor marked as what somebody wrote. */
    public static List<String> left(Html page) {
        PageTranslation translation = new PageTranslation(Catalogue.welsh());
        translation.of(page);
        return List.copyOf(translation.missing);
    }

    /** A way to take a text apart; nothing comes of it where the text has no such parts. */
    private interface Step {
        Optional<String> of(String text, UnaryOperator<String> say);
    }

    /** Lets alone what is around words and no part of them. */
    private static Step edges(String around) {
        Pattern pattern = Pattern.compile("^(" + around + ")(.*?)(" + around + ")$", Pattern.DOTALL);
        return (text, say) -> {
            Matcher edges = pattern.matcher(text);
            return edges.matches() && !edges.group(2).equals(text)
                    ? Optional.of(edges.group(1) + say.apply(edges.group(2)) + edges.group(3))
                    : Optional.empty();
        };
    }

    private static Step parts(String between) {
        Pattern pattern = Pattern.compile(between);
        return (text, say) -> {
            Matcher part = pattern.matcher(text);
            StringBuilder all = new StringBuilder();
            int from = 0;
            while (part.find()) {
                all.append(say.apply(text.substring(from, part.start()))).append(part.group());
                from = part.end();
            }
            return from == 0
                    ? Optional.empty()
                    : Optional.of(all.append(say.apply(text.substring(from))).toString());
        };
    }
}

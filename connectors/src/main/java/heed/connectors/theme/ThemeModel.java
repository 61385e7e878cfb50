package heed.connectors.theme;

import heed.schemas.theme.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels comments by one linear rule for each theme and each step of sentiment: the weights of a comment's terms, the
 * rarer the more, are summed, and a sum from the rule's cut on says yes. Of a comment for which no theme's rule says
 * yes the nearest is taken, one of which says that it is about nothing.
 *
 * <p>It is a file of text: a line for each rule, then a line for each term.
 */
public final class ThemeModel {

    /** Which rule this is; labels say by which they were made, and one that says something else has another name. */
    public static final String RULE_VERSION = "themes-1";

    /** Stands among the rules for a comment that is about nothing. */
    public static final String NO_THEME = "none";

    private static final String FILE = "/heed/themes/" + RULE_VERSION + ".txt";
    private static final int STEPS = 5;
    private static final String SENTIMENT = "sentiment-";
    private static final String RULE = "rule";
    private static final String TERM = "term";

    /**
     * A rule that says yes or no.
     *
     * @param name a theme's code, {@link #NO_THEME}, or a step of sentiment
     * @param bias what the sum begins with
     * @param cut from which sum on it says yes; of sentiment, where the greatest says, nought
     */
    public record Rule(String name, double bias, double cut) {}

    /**
     * What a term says.
     *
     * @param rarity natural logarithm of how much rarer it is than comments, and 1
     * @param weights what it adds to which rules, by their position
     */
    public record Term(double rarity, Map<Integer, Double> weights) {

        public Term {
            weights = new TreeMap<>(weights);
        }
    }

    private final List<Rule> rules;
    private final Map<String, Term> terms;

    /** Takes rules in the order of {@link #ruleNames} and terms by their text. */
    public ThemeModel(List<Rule> rules, Map<String, Term> terms) {
        if (!rules.stream().map(Rule::name).toList().equals(ruleNames())) {
            throw new IllegalArgumentException("the model has other rules than " + ruleNames());
        }
        this.rules = List.copyOf(rules);
        this.terms = Map.copyOf(terms);
    }

    /** Returns what the rules of every model are called, in their order. */
    public static List<String> ruleNames() {
        List<String> names = new ArrayList<>();
        Arrays.stream(Theme.values()).map(Theme::code).forEach(names::add);
        names.add(NO_THEME);
        for (int step = 1; step <= STEPS; step++) {
            names.add(SENTIMENT + step);
        }
        return names;
    }

    /** Returns the rules, in their order. */
    public List<Rule> rules() {
        return rules;
    }

    /** Returns what each known term says. */
    public Map<String, Term> terms() {
        return terms;
    }

    /** Reads the model that comes with Heed. */
    public static ThemeModel shipped() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ThemeModel.class.getResourceAsStream(FILE), "the model comes with Heed"),
                StandardCharsets.UTF_8))) {
            return read(in.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a model as {@link #lines} writes it. */
    public static ThemeModel read(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        Map<String, Term> terms = new HashMap<>();
        for (String line : lines) {
            String[] part = line.split("\t", -1);
            if (part[0].equals(RULE)) {
                rules.add(new Rule(part[1], Double.parseDouble(part[2]), Double.parseDouble(part[3])));
            } else if (part[0].equals(TERM)) {
                Map<Integer, Double> weights = new TreeMap<>();
                for (String each : part[3].isEmpty() ? new String[0] : part[3].split(" ")) {
                    int colon = each.indexOf(':');
                    weights.put(Integer.valueOf(each.substring(0, colon)), Double.valueOf(each.substring(colon + 1)));
                }
                terms.put(part[1], new Term(Double.parseDouble(part[2]), weights));
            }
        }
        return new ThemeModel(rules, terms);
    }

    /** Returns the model as text, the same for the same model: numbers to the hundredth, terms by their letters. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        rules.forEach(rule ->
                lines.add(RULE + "\t" + rule.name() + "\t" + hundredths(rule.bias()) + "\t" + hundredths(rule.cut())));
        new TreeMap<>(terms).forEach((text, term) -> {
            List<String> weights = new ArrayList<>();
            term.weights().forEach((rule, weight) -> weights.add(rule + ":" + hundredths(weight)));
            lines.add(TERM + "\t" + text + "\t" + hundredths(term.rarity()) + "\t" + String.join(" ", weights));
        });
        return lines;
    }

    private static String hundredths(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** Returns the labels of a comment; none in a language other than English, which the model has not learned. */
    public Labelled label(String text, @Nullable String language) {
        if (language != null && !isEnglish(language.toLowerCase(Locale.ROOT))) {
            return Labelled.NOTHING;
        }
        double[] sums = sums(text);
        return sums.length == 0 ? Labelled.NOTHING : new Labelled(themes(sums), sentiment(sums));
    }

    private static boolean isEnglish(String tag) {
        return tag.equals("en") || tag.startsWith("en-");
    }

    /** Returns by how much each rule says yes, less its cut; nothing of a text without a known term. */
    public double[] sums(String text) {
        List<Term> known = CommentTerms.of(text).stream()
                .map(terms::get)
                .filter(Objects::nonNull)
                .toList();
        if (known.isEmpty()) {
            return new double[0];
        }
        double share = share(known.stream().mapToDouble(Term::rarity).toArray());
        double[] sums =
                rules.stream().mapToDouble(rule -> rule.bias() - rule.cut()).toArray();
        known.forEach(term -> term.weights().forEach((rule, weight) -> sums[rule] += weight * term.rarity() * share));
        return sums;
    }

    /**
     * Returns what rarities are multiplied by: the fourth root of their squares' sum, so that of a long comment each
     * term counts less, and all together still more than of a short one.
     */
    public static double share(double[] rarities) {
        return 1
                / Math.sqrt(Math.sqrt(
                        Arrays.stream(rarities).map(each -> each * each).sum()));
    }

    private static List<Theme> themes(double[] sums) {
        Theme[] all = Theme.values();
        List<Theme> said = new ArrayList<>();
        for (int rule = 0; rule < all.length; rule++) {
            if (sums[rule] >= 0) {
                said.add(all[rule]);
            }
        }
        if (!said.isEmpty()) {
            return said;
        }
        int nearest = greatest(sums, 0, all.length + 1);
        return nearest == all.length ? List.of() : List.of(all[nearest]);
    }

    private static int sentiment(double[] sums) {
        int first = Theme.values().length + 1;
        return greatest(sums, first, first + STEPS) - first + 1;
    }

    private static int greatest(double[] sums, int from, int to) {
        int greatest = from;
        for (int i = from + 1; i < to; i++) {
            if (sums[i] > sums[greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }
}

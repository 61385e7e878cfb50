package heed.app.study.themes;

import heed.connectors.theme.CommentTerms;
import heed.connectors.theme.ThemeModel;
import heed.schemas.theme.Theme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes a model from labelled comments: the same from the same, to the last letter of its file. */
public final class ThemeTraining {

    /** Comments that a term must be in. */
    private static final int FEWEST = 3;

    /** Weights nearer to nought say nothing that the file has to say. */
    private static final double LEAST = .005;

    private static final double HUNDRED = 100;

    private final List<LabelledComment> comments;
    private final Map<String, Double> rarities = new TreeMap<>();

    /** Learns which terms there are. */
    ThemeTraining(Collection<LabelledComment> comments) {
        this.comments = List.copyOf(comments);
        Map<String, Integer> within = new HashMap<>();
        this.comments.forEach(
                each -> CommentTerms.of(each.text()).forEach(term -> within.merge(term, 1, Integer::sum)));
        within.forEach((term, count) -> {
            if (count >= FEWEST) {
                rarities.put(term, rounded(1 + StrictMath.log((double) this.comments.size() / count)));
            }
        });
    }

    /** Returns the model whose rules say yes from {@code cuts} on, by their name; others from nought on. */
    ThemeModel model(Map<String, Double> cuts) {
        List<String> names = ThemeModel.ruleNames();
        List<ThemeModel.Rule> rules = new ArrayList<>();
        Map<String, Map<Integer, Double>> weights = new LinkedHashMap<>();
        rarities.keySet().forEach(term -> weights.put(term, new TreeMap<>()));
        for (int rule = 0; rule < names.size(); rule++) {
            Map<String, Double> fitted = weights(rule);
            for (Map.Entry<String, Map<Integer, Double>> each : weights.entrySet()) {
                Double weight = fitted.get(each.getKey());
                if (weight != null) {
                    each.getValue().put(rule, weight);
                }
            }
            rules.add(new ThemeModel.Rule(
                    names.get(rule),
                    fitted.getOrDefault(Logistic.bias(), 0.0),
                    cuts.getOrDefault(names.get(rule), 0.0)));
        }
        Map<String, ThemeModel.Term> terms = new HashMap<>();
        weights.forEach((term, all) ->
                terms.put(term, new ThemeModel.Term(Objects.requireNonNull(rarities.get(term), "a known term"), all)));
        return new ThemeModel(rules, terms);
    }

    /** Returns what each term adds to the rule at a position, as the file has it. */
    Map<String, Double> weights(int rule) {
        Map<String, Double> weights = new HashMap<>();
        fit(rule).forEach((term, weight) -> {
            if (Math.abs(weight) >= LEAST) {
                weights.put(term, rounded(weight));
            }
        });
        return weights;
    }

    private Map<String, Double> fit(int rule) {
        return Logistic.fit(comments.stream()
                .filter(each -> !isSentiment(rule) || each.sentiment() > 0)
                .map(each -> example(each, Logistic.Answer.of(isFor(rule, each))))
                .toList());
    }

    private static boolean isSentiment(int rule) {
        return rule > Theme.values().length;
    }

    /** Tells whether the rule at a position should say yes to a comment. */
    static boolean isFor(int rule, LabelledComment comment) {
        int themes = Theme.values().length;
        if (rule < themes) {
            return comment.themes().contains(List.of(Theme.values()).get(rule));
        }
        return rule == themes
                ? comment.themes().isEmpty() && comment.more() == 0
                : comment.sentiment() == rule - themes;
    }

    private Logistic.Example example(LabelledComment comment, Logistic.Answer answer) {
        String[] known = CommentTerms.of(comment.text()).stream()
                .filter(rarities::containsKey)
                .toArray(String[]::new);
        double[] counts = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            counts[i] = Objects.requireNonNull(rarities.get(known[i]), "a known term");
        }
        double share = known.length == 0 ? 0 : ThemeModel.share(counts);
        Map<String, Float> terms = new LinkedHashMap<>();
        for (int i = 0; i < known.length; i++) {
            terms.put(known[i], (float) (counts[i] * share));
        }
        return new Logistic.Example(terms, answer);
    }

    private static double rounded(double number) {
        return Math.round(number * HUNDRED) / HUNDRED;
    }
}

package heed.app.study.themes;

import heed.connectors.theme.ThemeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Chooses from which sum on each rule says yes, by cross-validation: each fifth of the comments is asked of a model
 * made from the other four, and the cut with the greatest F1 over all of them is taken.
 */
final class ThemeCuts {

    /** Nothing is said that a rule holds for less likely than one in twenty. */
    private static final double LEAST = -3.00;

    private static final double STEP = .20;
    private static final int STEPS = 18;
    private static final double HUNDRED = 100;

    private ThemeCuts() {}

    /** Returns the cut of each rule for a theme, by its name; hears how many parts are done. */
    static Map<String, Double> chosen(List<LabelledComment> learned, ThemeStudy.Progress progress) {
        Map<LabelledComment, double[]> sums = new HashMap<>();
        for (int part = 0; part < LabelledComment.PARTS; part++) {
            int left = part;
            Map<Boolean, List<LabelledComment>> parts =
                    learned.stream().collect(Collectors.partitioningBy(each -> each.part() == left));
            ThemeModel model =
                    new ThemeTraining(Objects.requireNonNull(parts.get(false), "there are two parts")).model(Map.of());
            Objects.requireNonNull(parts.get(true), "there are two parts")
                    .forEach(each -> sums.put(each, model.sums(each.text())));
            progress.at(part + 1L, LabelledComment.PARTS);
        }
        Map<String, Double> cuts = new HashMap<>();
        List<String> names = ThemeModel.ruleNames();
        for (int rule = 0; rule <= names.indexOf(ThemeModel.NO_THEME); rule++) {
            cuts.put(names.get(rule), best(rule, sums));
        }
        return cuts;
    }

    private static double best(int rule, Map<LabelledComment, double[]> sums) {
        double best = 0;
        double most = -1;
        for (int step = 0; step < STEPS; step++) {
            double cut = Math.round((LEAST + step * STEP) * HUNDRED) / HUNDRED;
            var found = new Agreement();
            sums.forEach((comment, all) ->
                    found.add(ThemeTraining.isFor(rule, comment), all.length > 0 && all[rule] >= cut));
            if (found.f1() > most) {
                most = found.f1();
                best = cut;
            }
        }
        return best;
    }
}

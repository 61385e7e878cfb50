package heed.app.study.themes;

import heed.connectors.theme.Labelled;
import heed.connectors.theme.ThemeModel;
import heed.schemas.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a model finds in comments, beside what people found, theme by theme, and what it says instead. */
final class ThemeReport {

    private static final int SAID_INSTEAD = 2;
    private static final int STEPS = 5;

    private final List<LabelledComment> heldBack;
    private final Map<LabelledComment, Labelled> said = new HashMap<>();
    private final Set<Theme> usual;
    private final int usualSentiment;

    ThemeReport(List<LabelledComment> learned, List<LabelledComment> heldBack, ThemeModel model) {
        this.heldBack = heldBack;
        heldBack.forEach(each -> said.put(each, model.label(each.text(), null)));
        this.usual = most(learned.stream().map(LabelledComment::themes).toList());
        this.usualSentiment = most(learned.stream()
                .map(LabelledComment::sentiment)
                .filter(each -> each > 0)
                .toList());
    }

    private static <T> T most(List<T> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| theme | n | precision | recall | F1 | said instead where it was missed |");
        lines.add("|---|---|---|---|---|---|");
        for (Theme theme : Theme.values()) {
            Agreement found = agreement(theme, each -> Set.copyOf(answer(each).themes()));
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %.2f | %s |",
                    theme.title(),
                    found.people(),
                    found.precision(),
                    found.recall(),
                    found.f1(),
                    instead(theme)));
        }
        lines.add("");
        lines.add("| " + heldBack.size() + " comments held back | the model | the most frequent answer to all |");
        lines.add("|---|---|---|");
        lines.add(
                row("macro F1, 22 themes", macro(each -> Set.copyOf(answer(each).themes())), macro(each -> usual)));
        lines.add(row(
                "all themes of a comment right, and no other",
                exact(each -> Set.copyOf(answer(each).themes())),
                exact(each -> usual)));
        lines.add(row("the step of sentiment right", sentiment(0, this::step), sentiment(0, each -> usualSentiment)));
        lines.add(row("or one beside it", sentiment(1, this::step), sentiment(1, each -> usualSentiment)));
        lines.add("");
        lines.addAll(confusion());
        return lines;
    }

    private Labelled answer(LabelledComment comment) {
        return said.getOrDefault(comment, Labelled.NOTHING);
    }

    private int step(LabelledComment comment) {
        return answer(comment).sentiment();
    }

    private static String row(String what, double model, double usual) {
        return String.format(Locale.ROOT, "| %s | %.3f | %.3f |", what, model, usual);
    }

    private Agreement agreement(Theme theme, Function<LabelledComment, Set<Theme>> answers) {
        var found = new Agreement();
        heldBack.forEach(each ->
                found.add(each.themes().contains(theme), answers.apply(each).contains(theme)));
        return found;
    }

    private double macro(Function<LabelledComment, Set<Theme>> answers) {
        double sum = 0;
        for (Theme theme : Theme.values()) {
            sum += agreement(theme, answers).f1();
        }
        return sum / Theme.values().length;
    }

    /** One with a theme that the model does not know is never right. */
    private double exact(Function<LabelledComment, Set<Theme>> answers) {
        long right = heldBack.stream()
                .filter(each -> each.more() == 0 && answers.apply(each).equals(each.themes()))
                .count();
        return (double) right / heldBack.size();
    }

    private double sentiment(int within, Function<LabelledComment, Integer> answers) {
        List<LabelledComment> stated =
                heldBack.stream().filter(each -> each.sentiment() > 0).toList();
        long right = stated.stream()
                .filter(each -> Math.abs(answers.apply(each) - each.sentiment()) <= within)
                .count();
        return (double) right / stated.size();
    }

    /** Returns the themes that are said most often, and wrongly, of comments whose theme was missed. */
    private String instead(Theme theme) {
        Map<Theme, Integer> wrong = new EnumMap<>(Theme.class);
        heldBack.stream()
                .filter(each ->
                        each.themes().contains(theme) && !answer(each).themes().contains(theme))
                .forEach(each -> answer(each).themes().stream()
                        .filter(other -> !each.themes().contains(other))
                        .forEach(other -> wrong.merge(other, 1, Integer::sum)));
        return wrong.entrySet().stream()
                .sorted(Map.Entry.<Theme, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SAID_INSTEAD)
                .map(each -> each.getKey().title() + " (" + each.getValue() + ")")
                .collect(Collectors.joining("; "));
    }

    private List<String> confusion() {
        List<String> lines = new ArrayList<>();
        lines.add("| people said, across: the model | 1 | 2 | 3 | 4 | 5 | none |");
        lines.add("|---|---|---|---|---|---|---|");
        for (int step = 1; step <= STEPS; step++) {
            int people = step;
            lines.add("| " + people + " | "
                    + IntStream.of(1, 2, 3, 4, 5, 0)
                            .mapToObj(model -> Long.toString(heldBack.stream()
                                    .filter(each -> each.sentiment() == people && step(each) == model)
                                    .count()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return lines;
    }
}

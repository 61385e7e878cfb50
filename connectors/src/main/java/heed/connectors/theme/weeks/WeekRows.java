package heed.connectors.theme.weeks;

import heed.connectors.theme.ThemeModel;
import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import heed.schemas.key.ThemeKey;
import heed.schemas.theme.Theme;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the comments of a hospital's week, so that no two states of a row tell what one new comment is about.
 *
 * <p>Comments are taken in the order in which they came, a minimum of them at a time: until the last of them has come,
 * none of them is in any row. Of those that are taken, those about a theme are counted a minimum at a time too. So what
 * a row says moves by a minimum of comments about its theme or not at all, and when it moves, a minimum of comments of
 * the week have come. Which rows there are follows from the comments and their order alone.
 *
 * @param minimum fewest comments that are told of, and how many are taken at a time
 */
record WeekRows(int minimum) {

    /**
     * Returns the rows of a week by key.
     *
     * @param labels of all its comments, in the order in which they came
     */
    Map<String, ThemeWeek> of(ThemeKey week, Collection<Label> labels) {
        List<Label> read =
                labels.stream().filter(label -> label.getSentiment() > 0).toList();
        List<Label> taken = steps(read);
        Map<String, ThemeWeek> rows = new TreeMap<>();
        if (!read.isEmpty()) {
            put(rows, row(week, null, taken, read.size()));
        }
        if (!taken.isEmpty()) {
            for (Theme theme : Theme.values()) {
                List<Label> about = taken.stream()
                        .filter(label -> label.getThemes().contains(theme.code()))
                        .toList();
                if (!about.isEmpty()) {
                    put(rows, row(week, theme.code(), steps(about), about.size()));
                }
            }
        }
        return rows;
    }

    private List<Label> steps(List<Label> labels) {
        return labels.subList(0, labels.size() - labels.size() % minimum);
    }

    private ThemeWeek row(ThemeKey week, @Nullable String theme, List<Label> counted, int all) {
        boolean told = all >= minimum;
        return ThemeWeek.newBuilder()
                .setHospital(week.hospital())
                .setWeek(week.week())
                .setTheme(theme)
                .setComments(told ? (long) counted.size() : null)
                .setSentimentSum(
                        told ? counted.stream().mapToLong(Label::getSentiment).sum() : null)
                .setSuppressed(!told)
                .setMinimum(minimum)
                .setRuleVersion(ThemeModel.RULE_VERSION)
                .setFinal$(false)
                .setAsOf(told && theme == null ? counted.get(counted.size() - 1).getArrivedAt() : null)
                .build();
    }

    private static void put(Map<String, ThemeWeek> rows, ThemeWeek row) {
        rows.put(ThemeKey.of(row).text(), row);
    }
}

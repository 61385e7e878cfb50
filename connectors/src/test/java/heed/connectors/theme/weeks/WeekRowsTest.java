package heed.connectors.theme.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import heed.schemas.key.ThemeKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekRowsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final ThemeKey WEEK = new ThemeKey("H1", "2026-W10", null);

    private final WeekRows rows = new WeekRows(5);

    @Test
    void tellsOfNoCommentBelowTheMinimumAndOfAllAtIt() {
        // Given
        List<Label> four = labels("food", "food", "food", "food");
        List<Label> five = labels("food", "food", "food", "food", "food");

        // When
        Map<String, ThemeWeek> below = rows.of(WEEK, four);
        Map<String, ThemeWeek> at = rows.of(WEEK, five);

        // Then
        assertThat(said(below)).containsExactly("H1|2026-W10| suppressed");
        assertThat(said(at)).containsExactly("H1|2026-W10| 5 sum 20", "H1|2026-W10|food 5 sum 20");
    }

    @Test
    void takesCommentsAMinimumAtATimeInTheOrderInWhichTheyCame() {
        // Given
        List<Label> nine = labels("food", "food", "food", "food", "manner", "food", "food", "food", "food");
        List<Label> ten = labels("food", "food", "food", "food", "manner", "food", "food", "food", "food", "food");

        // When
        Map<String, ThemeWeek> first = rows.of(WEEK, nine);
        Map<String, ThemeWeek> second = rows.of(WEEK, ten);

        // Then
        assertThat(said(first))
                .containsExactly(
                        "H1|2026-W10| 5 sum 17", "H1|2026-W10|food suppressed", "H1|2026-W10|staff-manner suppressed");
        assertThat(said(second))
                .containsExactly(
                        "H1|2026-W10| 10 sum 37", "H1|2026-W10|food 5 sum 20", "H1|2026-W10|staff-manner suppressed");
    }

    @Test
    void leavesOutCommentsThatTheModelCannotRead() {
        // Given
        List<Label> unread = labels("", "", "", "", "", "food", "food", "food", "food");

        // When
        Map<String, ThemeWeek> few = rows.of(WEEK, unread);
        Map<String, ThemeWeek> none = rows.of(WEEK, unread.subList(0, 5));

        // Then
        assertThat(said(few)).containsExactly("H1|2026-W10| suppressed");
        assertThat(none).isEmpty();
    }

    @Test
    void saysOfAllCommentsWhenTheNewestOfThemCameAndOfAThemeNothingOfTheKind() {
        // Given
        List<Label> six = labels("food", "food", "food", "food", "food", "food");

        // When
        Map<String, ThemeWeek> told = rows.of(WEEK, six);

        // Then
        assertThat(told.values())
                .extracting(ThemeWeek::getTheme, ThemeWeek::getAsOf)
                .containsExactly(tuple(null, MONDAY.plusSeconds(4)), tuple("food", null));
    }

    @Property(tries = 200)
    void noRowMovesByFewerCommentsThanTheMinimum(
            @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 7) int minimum) {
        // Given
        var counting = new WeekRows(minimum);
        List<Label> all = labels(kinds.stream()
                .map(kind -> List.of("food", "manner", "food manner").get(kind))
                .toArray(String[]::new));

        // When
        List<Map<String, ThemeWeek>> states = new ArrayList<>();
        for (int n = 0; n <= all.size(); n++) {
            states.add(counting.of(WEEK, all.subList(0, n)));
        }

        // Then
        for (int n = 1; n < states.size(); n++) {
            for (Map.Entry<String, ThemeWeek> row : states.get(n).entrySet()) {
                @Nullable ThemeWeek before = states.get(n - 1).get(row.getKey());
                long more = count(row.getValue()) - count(before);
                boolean told = !row.getValue().getSuppressed();
                assertThat(more % minimum).isZero();
                if (more == 0 && told) {
                    assertThat(row.getValue()).isEqualTo(before);
                }
                if (!row.getValue().equals(before) && told) {
                    assertThat(n % minimum).isZero();
                }
            }
        }
    }

    private static long count(@Nullable ThemeWeek row) {
        return row == null || row.getSuppressed() ? 0 : row.getComments();
    }

    private static List<String> said(Map<String, ThemeWeek> rows) {
        return rows.entrySet().stream()
                .map(row -> row.getKey()
                        + (row.getValue().getSuppressed()
                                ? " suppressed"
                                : " " + row.getValue().getComments() + " sum "
                                        + row.getValue().getSentimentSum()))
                .toList();
    }

    private static List<Label> labels(String... texts) {
        Labeller labeller = WordsAsThemes.labeller();
        List<Label> labels = new ArrayList<>();
        for (String text : texts) {
            labels.add(labeller.of(
                    WordsAsThemes.comment("f" + labels.size(), text, MONDAY), MONDAY.plusSeconds(labels.size())));
        }
        return Collections.unmodifiableList(labels);
    }
}

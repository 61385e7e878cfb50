package heed.connectors.theme.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.theme.weeks.ShareRise.Figures;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.ThemeWeek;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.WeekKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.theme.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThemeRisesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final Instant AFTER_TWO_WEEKS = Instant.parse("2026-03-18T00:00:00Z");
    private static final String FOOD = "H1|food|themes-1";

    private final Map<String, ThemeWeek> rows = new TreeMap<>();
    private final SaysSo watch = new SaysSo();

    /** Finds a rise where the last week that it is given has as many about the theme as not, at least. */
    private static final class SaysSo extends AlwaysRisen {

        private final List<List<WeekShare>> asked = new ArrayList<>();

        @Override
        public Optional<ShareRise> newest(List<WeekShare> weeks) {
            asked.add(weeks);
            if (weeks.isEmpty()) {
                return Optional.empty();
            }
            WeekShare last = weeks.get(weeks.size() - 1);
            return 2 * last.least() < last.comments()
                    ? Optional.empty()
                    : Optional.of(new ShareRise(
                            last.monday(),
                            last.monday(),
                            null,
                            last.monday(),
                            new Figures(.1, .2, .6, .5, last.comments(), 1, weeks.size() - 1),
                            3));
        }
    }

    @Test
    void aRiseIsToldOfAWeekThatIsOverAndNotBefore() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        var rises = new ThemeRises(watch, Map.of(), rows);

        // When
        Map<String, Optional<ThemeRise>> tooSoon = rises.changes(Instant.parse("2026-03-10T23:59:59Z"));
        Map<String, Optional<ThemeRise>> over = rises.changes(Instant.parse("2026-03-11T00:00:00Z"));
        Map<String, Optional<ThemeRise>> again = rises.changes(Instant.parse("2026-03-11T00:01:00Z"));

        // Then
        assertThat(tooSoon).isEmpty();
        assertThat(over).containsOnlyKeys(FOOD);
        assertThat(over.get(FOOD)).hasValueSatisfying(rise -> {
            assertThat(rise.getState()).isEqualTo(ThemeRiseState.OPEN);
            assertThat(rise.getSince()).isEqualTo("2026-W10");
            assertThat(rise.getComments()).isEqualTo(100);
            assertThat(rise.getMinimum()).isEqualTo(10);
            assertThat(rise.getFalseAlarmDays()).isEqualTo(4380);
        });
        assertThat(again).isEmpty();
    }

    @Test
    void hospitalsAreJudgedAFewAtATimeUntilAllAre() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        for (ThemeWeek row : List.copyOf(rows.values())) {
            for (int i = 2; i <= ThemeRises.HOSPITALS_AT_ONCE + 1; i++) {
                ThemeWeek other = RecordCopy.of(row, ThemeWeek.newBuilder())
                        .setHospital("H" + i)
                        .build();
                rows.put(ThemeKey.of(other).text(), other);
            }
        }
        var rises = new ThemeRises(watch, Map.of(), rows);

        // When
        Map<String, Optional<ThemeRise>> first = rises.changes(AFTER_TWO_WEEKS);
        Map<String, Optional<ThemeRise>> second = rises.changes(AFTER_TWO_WEEKS);
        Map<String, Optional<ThemeRise>> third = rises.changes(AFTER_TWO_WEEKS);

        // Then
        assertThat(first).hasSize(ThemeRises.HOSPITALS_AT_ONCE);
        assertThat(second).hasSize(1).doesNotContainKeys(first.keySet().toArray(String[]::new));
        assertThat(third).isEmpty();
    }

    @Test
    void ofATooFewIsSaidWhatTheRowsLeaveOpenAndAWeekOfFewCommentsIsPassedOver() {
        // Given
        week(0, null, 100);
        week(0, "food", 9);
        week(1, null, 70);
        week(1, "food", 70);
        week(2, null, 80);
        week(2, "food", 20);

        // When
        new ThemeRises(watch, Map.of(), rows).changes(Instant.parse("2026-04-01T00:00:00Z"));

        // Then
        assertThat(watch.asked)
                .contains(List.of(new WeekShare(FIRST, 100, 1, 9), new WeekShare(FIRST.plusWeeks(2), 80, 20, 29)))
                .contains(List.of(new WeekShare(FIRST, 100, 0, 0), new WeekShare(FIRST.plusWeeks(2), 80, 0, 0)))
                .hasSize(12);
    }

    @Test
    void whatIsErasedOrComesLateIsInWhatIsSaidAndWhatWasToldIsTakenBackOpenly() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        var rises = new ThemeRises(watch, Map.of(), rows);
        rises.changes(AFTER_TWO_WEEKS);

        // When
        week(0, "food", 40);
        rises.take(Map.of(key(0, "food"), Optional.of(rows.get(key(0, "food")))));
        Map<String, Optional<ThemeRise>> erased = rises.changes(AFTER_TWO_WEEKS);
        week(0, "food", 60);
        rises.take(Map.of(key(0, "food"), Optional.of(rows.get(key(0, "food")))));
        Map<String, Optional<ThemeRise>> late = rises.changes(AFTER_TWO_WEEKS);

        // Then
        assertThat(erased.get(FOOD)).hasValueSatisfying(rise -> {
            assertThat(rise.getState()).isEqualTo(ThemeRiseState.WITHDRAWN);
            assertThat(rise.getShare()).isNull();
            assertThat(rise.getComments()).isNull();
        });
        assertThat(late.get(FOOD))
                .hasValueSatisfying(rise -> assertThat(rise.getState()).isEqualTo(ThemeRiseState.OPEN));
    }

    @Test
    void anotherModelBeginsASeriesOfItsOwnAndWithdrawsWhatTheOneBeforeHasOpen() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        var before = new HashMap<String, ThemeRise>();
        new ThemeRises(watch, Map.of(), rows)
                .changes(AFTER_TWO_WEEKS)
                .forEach((key, rise) -> before.put(key, rise.orElseThrow()));
        week(1, null, 100);
        week(1, "food", 70);
        relabelled(1);

        // When
        Map<String, Optional<ThemeRise>> now = new ThemeRises(watch, before, rows).changes(AFTER_TWO_WEEKS);

        // Then
        assertThat(now).containsOnlyKeys(FOOD, "H1|food|themes-2");
        assertThat(now.get(FOOD))
                .hasValueSatisfying(rise -> assertThat(rise.getState()).isEqualTo(ThemeRiseState.WITHDRAWN));
        assertThat(watch.asked).contains(List.of(new WeekShare(FIRST.plusWeeks(1), 100, 70, 79)));
    }

    @Test
    void aStartFindsNothingToSayWhereItStandsAlready() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        var before = new HashMap<String, ThemeRise>();
        new ThemeRises(watch, Map.of(), rows)
                .changes(AFTER_TWO_WEEKS)
                .forEach((key, rise) -> before.put(key, rise.orElseThrow()));

        // When
        Map<String, Optional<ThemeRise>> again = new ThemeRises(watch, before, rows).changes(AFTER_TWO_WEEKS);

        // Then
        assertThat(before).containsOnlyKeys(FOOD);
        assertThat(again).isEmpty();
    }

    @Test
    void aWeekWhoseRowsDoNotGoTogetherIsPassedOverForThatTheme() {
        // Given
        week(0, null, 100);
        week(0, "food", 110);
        week(1, null, 100);
        week(1, "food", 20);
        changed(1, "food", ThemeWeek.Builder::setRuleVersion, "themes-0");
        week(2, null, 100);
        week(2, "food", 20);
        changed(2, "food", ThemeWeek.Builder::setMinimum, 5);
        week(3, null, 100);
        week(3, "food", 20);

        // When
        new ThemeRises(watch, Map.of(), rows).changes(Instant.parse("2026-04-10T00:00:00Z"));

        // Then
        assertThat(watch.asked)
                .contains(List.of(new WeekShare(FIRST.plusWeeks(3), 100, 20, 29)))
                .anySatisfy(weeks -> assertThat(weeks).hasSize(4));
    }

    @Test
    void weeksOfThreeYearsAreJudgedAndThoseOfFourAreNot() {
        // Given
        week(0, null, 100);
        week(ThemeRises.WEEKS, null, 100);
        week(ThemeRises.WEEKS + ThemeRises.WEEKS_AT_A_TIME, null, 100);
        var rises = new ThemeRises(watch, Map.of(), rows);

        // When
        rises.changes(over(ThemeRises.WEEKS - 1));
        List<WeekShare> thatItLooksAt = watch.asked.get(watch.asked.size() - 1);
        rises.changes(over(ThemeRises.WEEKS + ThemeRises.WEEKS_AT_A_TIME));
        List<WeekShare> later = watch.asked.get(watch.asked.size() - 1);

        // Then
        assertThat(thatItLooksAt).extracting(WeekShare::monday).containsExactly(FIRST);
        assertThat(later)
                .extracting(WeekShare::monday)
                .containsExactly(
                        FIRST.plusWeeks(ThemeRises.WEEKS),
                        FIRST.plusWeeks(ThemeRises.WEEKS + ThemeRises.WEEKS_AT_A_TIME));
    }

    @Test
    void whatHasEndedStandsWhenItsWeeksAreTooOldToBeJudged() {
        // Given
        week(0, null, 100);
        week(0, "food", 50);
        var before = new HashMap<String, ThemeRise>();
        new ThemeRises(watch, Map.of(), rows)
                .changes(AFTER_TWO_WEEKS)
                .forEach((key, rise) -> before.put(
                        key,
                        RecordCopy.of(rise.orElseThrow(), ThemeRise.newBuilder())
                                .setState(ThemeRiseState.ENDED)
                                .build()));
        int now = ThemeRises.WEEKS + ThemeRises.WEEKS_AT_A_TIME;
        week(now, null, 100);

        // When
        Map<String, Optional<ThemeRise>> later = new ThemeRises(watch, before, rows).changes(over(now));

        // Then
        assertThat(before).containsOnlyKeys(FOOD);
        assertThat(later).isEmpty();
    }

    /** Returns a moment at which a week is over, and the one after it is not. */
    private static Instant over(int week) {
        return FIRST.plusWeeks(week + 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Theme.WEEK_OVER_AFTER);
    }

    private <T> void changed(int week, String theme, BiFunction<ThemeWeek.Builder, T, ThemeWeek.Builder> set, T value) {
        rows.computeIfPresent(
                key(week, theme), (key, row) -> set.apply(RecordCopy.of(row, ThemeWeek.newBuilder()), value)
                        .build());
    }

    private static String key(int week, @Nullable String theme) {
        return new ThemeKey("H1", WeekKey.week(FIRST.plusWeeks(week)), theme).text();
    }

    private void week(int week, @Nullable String theme, long comments) {
        boolean told = comments >= 10;
        rows.put(
                key(week, theme),
                ThemeWeek.newBuilder()
                        .setHospital("H1")
                        .setWeek(WeekKey.week(FIRST.plusWeeks(week)))
                        .setTheme(theme)
                        .setComments(told ? comments : null)
                        .setSentimentSum(told ? 2 * comments : null)
                        .setSuppressed(!told)
                        .setMinimum(10)
                        .setRuleVersion("themes-1")
                        .build());
    }

    private void relabelled(int week) {
        rows.replaceAll((key, row) -> row.getWeek().equals(WeekKey.week(FIRST.plusWeeks(week)))
                ? RecordCopy.of(row, ThemeWeek.newBuilder())
                        .setRuleVersion("themes-2")
                        .build()
                : row);
    }
}

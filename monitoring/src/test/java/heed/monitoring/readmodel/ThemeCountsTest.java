package heed.monitoring.readmodel;

import static heed.monitoring.ThemeFixture.aThemeWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.ThemeWeek;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.WeekKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemeCountsTest {

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @Test
    void tellsTheNewestWeekFirstAndInItAllCommentsBeforeThoseOfEachTheme() {
        // When
        take(
                aThemeWeek("H2", "2026-W09", null, 10),
                aThemeWeek("H1", "2026-W08", "food", 20),
                aThemeWeek("H1", "2026-W09", "food", 3),
                aThemeWeek("H1", "2026-W09", null, 30));

        // Then
        assertThat(told())
                .containsExactly("H1|2026-W09| 30", "H1|2026-W09|food few", "H1|2026-W08|food 20", "H2|2026-W09| 10");
    }

    @Test
    void aRowIsReplacedAndATombstoneTakesItOut() {
        // Given
        take(aThemeWeek("H1", "2026-W09", null, 30), aThemeWeek("H1", "2026-W09", "food", 20));

        // When
        take(aThemeWeek("H1", "2026-W09", "food", 10));
        List<String> replaced = told();
        model.remove(Topics.THEMES, new ThemeKey("H1", "2026-W09", "food").text());
        model.remove(Topics.THEMES, new ThemeKey("H1", "2026-W09", null).text());
        model.remove(Topics.THEMES, new ThemeKey("H9", "2026-W09", null).text());
        model.publish();

        // Then
        assertThat(replaced).containsExactly("H1|2026-W09| 30", "H1|2026-W09|food 10");
        assertThat(told()).isEmpty();
    }

    @Test
    void keepsTheNewestWeeksOfAHospital() {
        // Given
        LocalDate monday = LocalDate.parse("2026-03-02");

        // When
        IntStream.range(0, ThemeCountsEntry.WEEKS_KEPT + 1)
                .mapToObj(back -> WeekKey.week(monday.minusWeeks(back)))
                .forEach(week -> take(aThemeWeek("H1", week, null, 10)));

        // Then
        assertThat(told()).hasSize(53).startsWith("H1|2026-W10| 10").endsWith("H1|2025-W10| 10");
    }

    @Test
    void aRowOlderThanTheKeptWeeksChangesNothing() {
        // Given
        LocalDate monday = LocalDate.parse("2026-03-02");
        IntStream.range(0, ThemeCountsEntry.WEEKS_KEPT)
                .mapToObj(back -> WeekKey.week(monday.minusWeeks(back)))
                .forEach(week -> take(aThemeWeek("H1", week, null, 10)));
        String before = model.snapshot().version();

        // When
        take(aThemeWeek("H1", "2024-W10", null, 10));
        String after = model.snapshot().version();
        take(aThemeWeek("H1", "2025-W10", null, 20));

        // Then
        assertThat(after).isEqualTo(before);
        assertThat(told()).hasSize(53).endsWith("H1|2025-W10| 20");
    }

    @Test
    void codesThatManyRowsHaveAreHeldOnce() {
        // When
        take(
                aThemeWeek(new String("H1"), new String("2026-W09"), new String("food"), 10),
                aThemeWeek(new String("H1"), new String("2026-W09"), null, 10),
                aThemeWeek(new String("H2"), new String("2026-W09"), new String("food"), 10));

        // Then
        List<ThemeWeek> rows = model.snapshot().part(ThemeCounts.class).all();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).getHospital()).isSameAs(rows.get(0).getHospital());
        assertThat(rows).allSatisfy(row -> assertThat(row.getWeek())
                .isSameAs(rows.get(0).getWeek()));
        assertThat(rows.get(2).getTheme()).isSameAs(rows.get(1).getTheme());
    }

    @Test
    void whoIsToldNoneReadsNone() {
        // Given
        Disclosure published = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 10));

        // When
        List<Topic<?>> read = topics(new ReadModel(Clock.systemUTC(), published));

        // Then
        assertThat(read).contains(Topics.SCORES).doesNotContain(Topics.THEMES);
        assertThat(topics(model)).contains(Topics.THEMES);
    }

    @Test
    void thePublicIsToldOfNoneAndStaffOfNoneThatWereCountedFewerAtATimeThanTheirMinimum() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(10, 10)));
        ReadModel stricter = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.INTERNAL, new Minimums(11, 21)));
        ThemeWeek row = aThemeWeek("H1", "2026-W09", null, 30);

        // When
        List.of(published, stricter, model).forEach(each -> {
            each.put(row);
            each.publish();
        });

        // Then
        assertThat(told(published.snapshot())).isEmpty();
        assertThat(told(stricter.snapshot())).isEmpty();
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoSeesAWholeHospitalSeesItsWeeksAndWhoSeesAWardNone() {
        // Given
        take(aThemeWeek("H1", "2026-W09", null, 30), aThemeWeek("H2", "2026-W09", null, 30));
        Viewer hospital = Viewer.of(Rights.of(Role.ANALYST, Scope.of("H1")));
        Viewer ward = Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1")))));

        // When
        List<String> ofHospital = told(model.seenBy(hospital).snapshot());
        List<String> ofWard = told(model.seenBy(ward).snapshot());

        // Then
        assertThat(ofHospital).containsExactly("H1|2026-W09| 30");
        assertThat(ofWard).isEmpty();
    }

    @Test
    void aNewCountChangesTheVersionOfThoseAloneWhoSeeIt() {
        // Given
        take(aThemeWeek("H1", "2026-W09", null, 30), aThemeWeek("H2", "2026-W09", null, 30));
        Viewer one = Viewer.of(Rights.of(Role.ANALYST, Scope.of("H1")));
        Viewer other = Viewer.of(Rights.of(Role.ANALYST, Scope.of("H2")));
        String before = model.seenBy(one).snapshot().version();
        String othersBefore = model.seenBy(other).snapshot().version();

        // When
        take(aThemeWeek("H1", "2026-W09", null, 40));

        // Then
        assertThat(model.seenBy(one).snapshot().version()).isNotEqualTo(before);
        assertThat(model.seenBy(other).snapshot().version()).isEqualTo(othersBefore);
    }

    private void take(ThemeWeek... rows) {
        List.of(rows).forEach(model::put);
        model.publish();
    }

    private List<String> told() {
        return told(model.snapshot());
    }

    private static List<String> told(Snapshot snapshot) {
        return snapshot.part(ThemeCounts.class).all().stream()
                .map(row -> ThemeKey.of(row) + " " + (row.getSuppressed() ? "few" : row.getComments()))
                .toList();
    }

    private static List<Topic<?>> topics(ReadModel model) {
        return model.routes().stream().<Topic<?>>map(Route::topic).toList();
    }
}

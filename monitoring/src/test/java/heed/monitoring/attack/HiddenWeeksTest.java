package heed.monitoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.attack.OneLook.Answers;
import heed.monitoring.readmodel.Series;
import heed.schemas.disclosure.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Computes back what it can of days that are too few to be told, from all that one look at a hospital tells staff. */
class HiddenWeeksTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final int MINIMUM = OneLook.MINIMUM;

    /** Both wards have a quiet week, and later one of them. */
    private static List<Answers> answers(LocalDate today, LocalDate bothQuiet, LocalDate oneQuiet) {
        List<Answers> all = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(today); day = day.plusDays(1)) {
            boolean quiet = isInWeek(day, bothQuiet);
            boolean alone = isInWeek(day, oneQuiet);
            int usual = 2 + day.getDayOfYear() % 3 / 2;
            all.add(new Answers("A", day, quiet ? day.getDayOfMonth() % 2 : usual));
            all.add(new Answers("B", day, quiet || alone ? day.getDayOfMonth() % 3 / 2 : usual));
        }
        return all;
    }

    private static boolean isInWeek(LocalDate day, LocalDate last) {
        return !day.isAfter(last) && day.isAfter(last.minusDays(7));
    }

    /** Every day so many answers of wards A, B and C and of no ward. */
    private static List<Answers> daily(LocalDate today, Map<String, ToIntFunction<LocalDate>> units) {
        return FIRST.datesUntil(today.plusDays(1))
                .flatMap(day -> units.entrySet().stream()
                        .map(unit ->
                                new Answers(unit.getKey(), day, unit.getValue().applyAsInt(day))))
                .toList();
    }

    @Test
    void noWeekOfFewAnswersFollowsFromWhatIsToldBesideIt() {
        // Given
        List<String> looks = new ArrayList<>();
        List<String> found = new ArrayList<>();
        LocalDate quiet = LocalDate.parse("2027-02-07");
        List<Set<String>> lines = List.of(Set.of("A"), Set.of("B"), Set.of("A", "B"));

        // When
        for (LocalDate today = quiet.minusDays(2); today.isBefore(quiet.plusDays(40)); today = today.plusDays(1)) {
            OneLook look = new OneLook(answers(today, quiet, quiet.plusDays(12)), today);
            Map<String, BitSet> few = few(look, lines, 7, 7, today);
            looks.addAll(few.keySet());
            found.addAll(following(look, few));
        }

        // Then
        assertThat(found).isEmpty();
        assertThat(looks).hasSizeGreaterThan(800);
    }

    @Test
    void noDaysOfFewAnswersFollowOfWhatIsLeftOfTheHospitalLessItsWards() {
        // Given
        LocalDate today = LocalDate.parse("2027-02-20");
        List<Set<String>> lines = List.of(
                Set.of("A"),
                Set.of("B"),
                Set.of("C"),
                Set.of(""),
                Set.of("B", "C"),
                Set.of("B", "C", ""),
                Set.of("C", ""));
        ToIntFunction<LocalDate> one = day -> 1;
        List<Map<String, ToIntFunction<LocalDate>>> hospitals = List.of(
                Map.of("A", day -> 10, "B", one, "C", one),
                Map.of("A", day -> 10, "", day -> 2),
                Map.of("A", day -> 11, "B", day -> 5, "C", day -> day.getDayOfMonth() % 3, "", one));
        List<String> found = new ArrayList<>();

        // When
        for (Map<String, ToIntFunction<LocalDate>> units : hospitals) {
            OneLook look = new OneLook(daily(today, units), today);
            found.addAll(following(look, few(look, lines, 1, 28, today)));
        }

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void noDaysOfFewAnswersFollowFromTheNewestMonth() {
        // Given
        List<String> found = new ArrayList<>();

        // When
        for (String each : List.of("2027-01-29", "2027-01-30", "2027-01-31", "2027-02-20")) {
            LocalDate today = LocalDate.parse(each);
            OneLook look = new OneLook(daily(today, Map.of("A", day -> 1 + day.getDayOfMonth() % 2)), today);
            found.addAll(following(look, few(look, List.of(Set.of("A")), 1, 28, today)));
        }

        // Then
        assertThat(found).isEmpty();
    }

    /** What is left of the 28 days on both sides of a week in them that has nearly all of their answers. */
    @Test
    void noDaysOfFewAnswersFollowFromAWeekWithinOtherDays() {
        // Given
        LocalDate today = LocalDate.parse("2027-02-20");
        List<String> found = new ArrayList<>();
        int sets = 0;

        // When
        for (int busy = 0; busy < 22; busy++) {
            LocalDate last = today.minusDays(busy);
            OneLook look = new OneLook(
                    daily(today, Map.of("A", day -> isInWeek(day, last) ? 2 : day.getDayOfMonth() % 9 / 8)), today);
            Map<String, BitSet> few = around(look, today);
            sets += few.size();
            found.addAll(following(look, few));
        }

        // Then
        assertThat(found).isEmpty();
        assertThat(sets).isPositive();
    }

    /** A ward that is closed at weekends beside a small one, and one that had few answers but for two weeks. */
    @Test
    void noDaysOfFewAnswersFollowWhereWardsHaveThemOnOtherDaysThanTheHospital() {
        // Given
        LocalDate today = LocalDate.parse("2027-02-20");
        ToIntFunction<LocalDate> weekdays = day -> day.getDayOfWeek().getValue() > 5 ? 0 : 4;
        ToIntFunction<LocalDate> now = day -> day.getDayOfMonth() % 7 == 3 ? 1 : 0;
        ToIntFunction<LocalDate> once = day -> isInWeek(day, today.minusDays(9)) ? 5 : day.getDayOfMonth() % 11 / 10;
        List<String> found = new ArrayList<>();
        int sets = 0;

        // When
        for (Map<String, ToIntFunction<LocalDate>> units : List.of(
                Map.of("A", weekdays, "B", now),
                Map.of("A", weekdays, "B", day -> 1, "", now),
                Map.of("A", once, "", now),
                Map.of("A", once, "B", weekdays, "", now))) {
            OneLook look = new OneLook(daily(today, units), today);
            Map<String, BitSet> few = besideWards(look, today);
            sets += few.size();
            found.addAll(following(look, few));
        }

        // Then
        assertThat(found).isEmpty();
        assertThat(sets).isPositive();
    }

    /** What is not prevented, and said in docs/disclosure.md: whoever mends it finds fewer, and says so there. */
    @Test
    void fewSetsOfFewAnswersFollowFromTwoWeeksThatDoNotHangTogether() {
        // Given
        LocalDate today = LocalDate.parse("2027-02-20");
        List<String> ofBusyWeeks = new ArrayList<>();
        List<String> ofEvenDays = new ArrayList<>();

        // When
        for (int look = 0; look < 22; look++) {
            LocalDate one = today.minusDays(look % 10);
            LocalDate other = today.minusDays(11 + look % 11);
            ofBusyWeeks.addAll(followingFromTwoWeeks(
                    day -> isInWeek(day, one) || isInWeek(day, other) ? 2 : day.getDayOfMonth() % 9 / 8, today));
            ofEvenDays.addAll(followingFromTwoWeeks(day -> 1 + day.getDayOfYear() * 7 % 3 / 2, today.minusDays(look)));
        }

        // Then
        assertThat(ofBusyWeeks).hasSize(201);
        assertThat(ofEvenDays).hasSize(5);
    }

    private static List<String> followingFromTwoWeeks(ToIntFunction<LocalDate> answers, LocalDate today) {
        OneLook look = new OneLook(daily(today, Map.of("A", answers)), today);
        return following(look, twoWeeks(look, today));
    }

    /** Returns the days of few answers that three or four weeks have beside two weeks in them, by name. */
    private static Map<String, BitSet> twoWeeks(OneLook look, LocalDate today) {
        Map<String, BitSet> few = new TreeMap<>();
        for (int back = 0; back < 28; back++) {
            for (int days : new int[] {20, 21, 28}) {
                LocalDate last = today.minusDays(back);
                LocalDate first = last.minusDays(days - 1L);
                for (LocalDate one = first; one.isBefore(last); one = one.plusDays(1)) {
                    for (LocalDate two = one.plusDays(8); !two.plusDays(6).isAfter(last); two = two.plusDays(1)) {
                        BitSet cells = look.cells(unit -> true, first, last);
                        cells.andNot(look.cells(unit -> true, one, one.plusDays(6)));
                        cells.andNot(look.cells(unit -> true, two, two.plusDays(6)));
                        if (look.isFew(cells)) {
                            few.put(first + " to " + last + " without " + one + " and " + two + " on " + today, cells);
                        }
                    }
                }
            }
        }
        return few;
    }

    /** Returns few answers of a hospital's days that are left without a ward's days within them, by name. */
    private static Map<String, BitSet> besideWards(OneLook look, LocalDate today) {
        Map<String, BitSet> few = new TreeMap<>();
        for (int back = 0; back < 60; back++) {
            LocalDate last = today.minusDays(back);
            for (int days : new int[] {7, 14, 21, 28}) {
                LocalDate first = last.minusDays(days - 1L);
                for (int later = 0; later < 5; later++) {
                    for (int sooner = 0; sooner < 5; sooner++) {
                        LocalDate from = first.plusDays(later);
                        LocalDate to = last.minusDays(sooner);
                        BitSet cells = look.cells(unit -> true, first, last);
                        cells.andNot(look.cells("A"::equals, from, to));
                        if (look.isFew(cells)) {
                            few.put(first + " to " + last + " less A from " + from + " to " + to, cells);
                        }
                    }
                }
            }
        }
        return few;
    }

    /** Returns the days of few answers before and after some days, up to other ones, by name. */
    private static Map<String, BitSet> around(OneLook look, LocalDate today) {
        Map<String, BitSet> few = new TreeMap<>();
        for (int back = 0; back < 35; back++) {
            for (int days : new int[] {7, 14, 20, 21, 28, 31, 35}) {
                LocalDate last = today.minusDays(back);
                LocalDate first = last.minusDays(days - 1L);
                for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(1)) {
                    for (int within : new int[] {7, 14, 21}) {
                        LocalDate to = from.plusDays(within - 1L);
                        if (!to.isAfter(last)) {
                            BitSet cells = look.cells(unit -> true, first, last);
                            cells.andNot(look.cells(unit -> true, from, to));
                            if (look.isFew(cells)) {
                                few.put(first + " to " + last + " without " + from + " to " + to, cells);
                            }
                        }
                    }
                }
            }
        }
        return few;
    }

    @Test
    void withholdsFewWeeksAndNeitherTheNewestNorWhatHasEnoughEachDay() {
        // Given
        LocalDate today = LocalDate.parse("2027-02-20");
        LocalDate never = LocalDate.parse("2027-06-01");
        List<Answers> some = answers(today, LocalDate.parse("2027-02-07"), never);
        List<Answers> enough = some.stream()
                .map(each -> new Answers(each.unit(), each.day(), MINIMUM))
                .toList();

        // When
        List<Series.Point> ofSome = withheld(some, null, today);
        List<Series.Point> ofWard = withheld(some, "A", today);
        List<Series.Point> ofEnough = withheld(enough, "A", today);

        // Then
        assertThat(ofSome)
                .extracting(point -> point.date().toString())
                .containsExactly(
                        "2026-12-05",
                        "2026-12-06",
                        "2026-12-07",
                        "2026-12-24",
                        "2027-01-01",
                        "2027-01-06",
                        "2027-01-07",
                        "2027-01-08",
                        "2027-01-22",
                        "2027-01-30",
                        "2027-01-31",
                        "2027-02-12",
                        "2027-02-13");
        assertThat(ofWard)
                .extracting(point -> point.date().toString())
                .doesNotContain(today.toString())
                .hasSize(20);
        assertThat(ofEnough).isEmpty();
    }

    private static List<Series.Point> withheld(List<Answers> answers, @Nullable String unit, LocalDate today) {
        return new OneLook(answers, today)
                .series(unit).rolling(today, OneLook.POINTS, today).stream()
                        .filter(point -> point.reading().equals(new Reading.Withheld(Reading.Why.OVER_TIME)))
                        .toList();
    }

    /** Returns the days of few answers that lie within those that are told, of some wards together, by name. */
    private static Map<String, BitSet> few(
            OneLook look, List<Set<String>> lines, int shortest, int longest, LocalDate today) {
        Map<String, BitSet> few = new TreeMap<>();
        for (Set<String> units : lines) {
            for (int back = 0; back < OneLook.POINTS; back++) {
                LocalDate last = today.minusDays(back);
                for (int days = shortest; days <= longest; days++) {
                    BitSet cells = look.cells(units::contains, last.minusDays(days - 1L), last);
                    if (look.isFew(cells)) {
                        few.put(units + " " + days + " to " + last + " on " + today, cells);
                    }
                }
            }
        }
        return few;
    }

    private static List<String> following(OneLook look, Map<String, BitSet> few) {
        LinearKnowledge known = look.knowledge();
        return few.entrySet().stream()
                .filter(days -> known.determines(days.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

package heed.monitoring.attack;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.ScoreFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Pane;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Series;
import heed.schemas.disclosure.Reading;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Computes back what it can of the weeks that are too small to be told, from all that one look at a hospital and its
 * two wards tells staff: scores of 28 and of 7 days, lines, weeks and months. What nobody answered before the days that
 * are kept is not known.
 */
class HiddenWeeksTest {

    private static final String MEASURE = "fft-2020.positive";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final long MANY = 10_000;
    private static final List<String> WARDS = List.of("A", "B");
    private static final int POINTS = 84;
    private static final int MINIMUM = 10;

    /** Answers of one ward on one day. */
    private record Answers(String unit, LocalDate day, int n) {}

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

    @Test
    void noWeekOfFewAnswersFollowsFromWhatIsToldBesideIt() {
        // Given
        List<String> looks = new ArrayList<>();
        List<String> found = new ArrayList<>();
        LocalDate quiet = LocalDate.parse("2027-02-07");

        // When
        for (LocalDate today = quiet.minusDays(2); today.isBefore(quiet.plusDays(40)); today = today.plusDays(1)) {
            List<Answers> answers = answers(today, quiet, quiet.plusDays(12));
            looks.addAll(small(answers, today).keySet());
            found.addAll(attack(answers, today));
        }

        // Then
        assertThat(found).isEmpty();
        assertThat(looks).hasSizeGreaterThan(800);
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
                        "2026-12-07",
                        "2026-12-17",
                        "2027-01-07",
                        "2027-01-30",
                        "2027-01-31",
                        "2027-02-13");
        assertThat(ofWard)
                .extracting(point -> point.date().toString())
                .doesNotContain(today.toString())
                .hasSize(8);
        assertThat(ofEnough).isEmpty();
    }

    private static List<Series.Point> withheld(List<Answers> answers, @Nullable String unit, LocalDate today) {
        return model(answers, today).unit(unit, MEASURE).orElseThrow().rolling(today, POINTS, today).stream()
                .filter(point -> point.reading().equals(new Reading.Withheld(Reading.Why.OVER_TIME)))
                .toList();
    }

    /** Returns the weeks of few answers that lie within the days that are told, by name. */
    private static Map<String, BitSet> small(List<Answers> answers, LocalDate today) {
        List<String> lines = new ArrayList<>(WARDS);
        lines.add("all");
        return lines.stream()
                .flatMap(line -> today.minusDays(POINTS - 1)
                        .datesUntil(today.plusDays(1))
                        .map(last -> Map.entry(
                                line + " to " + last + " on " + today,
                                cells(answers, line.equals("all") ? null : line, last.minusDays(6), last))))
                .filter(week -> sum(answers, week.getValue()) > 0 && sum(answers, week.getValue()) < MINIMUM)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> attack(List<Answers> answers, LocalDate today) {
        long[] high = new long[answers.size()];
        Arrays.fill(high, MANY);
        var known = new LinearKnowledge(new long[answers.size()], high);
        HospitalFigures figures = model(answers, today);
        for (String unit : new String[] {null, "A", "B"}) {
            Series series = figures.unit(unit, MEASURE).orElseThrow();
            learn(known, answers, unit, today.minusDays(27), today, series.over(today, 28));
            learn(known, answers, unit, today.minusDays(6), today, series.over(today, 7));
            series.rolling(today, POINTS, today)
                    .forEach(point ->
                            learn(known, answers, unit, point.date().minusDays(6), point.date(), point.reading()));
            for (Function<Series, List<Pane>> kind :
                    List.<Function<Series, List<Pane>>>of(Series::weeks, Series::months)) {
                series.over(kind, end(today), today)
                        .forEach(each -> learn(
                                known,
                                answers,
                                unit,
                                date(each.start()),
                                date(each.end()).minusDays(1),
                                each.reading()));
            }
            LocalDate month = today.withDayOfMonth(1);
            learn(
                    known,
                    answers,
                    unit,
                    month,
                    today,
                    series.month(month.atStartOfDay(LONDON).toInstant(), today));
        }
        known.conclude();
        return small(answers, today).entrySet().stream()
                .filter(week -> known.determines(week.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void learn(
            LinearKnowledge known,
            List<Answers> answers,
            @Nullable String unit,
            LocalDate first,
            LocalDate last,
            Reading reading) {
        BitSet cells = cells(answers, unit, first, last);
        reading.shown().ifPresent(shown -> known.learn(cells, shown.answers()));
        if (reading instanceof Reading.NoResponses) {
            known.learn(cells, 0);
        }
    }

    private static BitSet cells(List<Answers> answers, @Nullable String unit, LocalDate first, LocalDate last) {
        BitSet cells = new BitSet();
        for (int at = 0; at < answers.size(); at++) {
            Answers each = answers.get(at);
            if ((unit == null || each.unit().equals(unit))
                    && !each.day().isBefore(first)
                    && !each.day().isAfter(last)) {
                cells.set(at);
            }
        }
        return cells;
    }

    private static long sum(List<Answers> answers, BitSet cells) {
        return cells.stream().mapToLong(at -> answers.get(at).n()).sum();
    }

    private static HospitalFigures model(List<Answers> answers, LocalDate today) {
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        for (String unit : new String[] {null, "A", "B"}) {
            for (LocalDate day = FIRST; !day.isAfter(today); day = day.plusDays(1)) {
                LocalDate of = day;
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                put(model, answers, unit, aDay(day), of::equals);
                put(model, answers, unit, aWeek(monday), each -> isInWeek(each, monday.plusDays(6)));
                put(model, answers, unit, aMonth(YearMonth.from(day).toString()), each -> YearMonth.from(each)
                        .equals(YearMonth.from(of)));
            }
        }
        model.publish();
        return model.snapshot().part(Hospitals.class).of("H1").orElseThrow();
    }

    private static void put(
            ReadModel model,
            List<Answers> answers,
            @Nullable String unit,
            ScoreFixture window,
            Predicate<LocalDate> within) {
        long n = answers.stream()
                .filter(each -> (unit == null || each.unit().equals(unit)) && within.test(each.day()))
                .mapToLong(Answers::n)
                .sum();
        model.put(window.unit(unit).positive(n, n));
    }

    private static Instant end(LocalDate today) {
        return today.plusDays(1).atStartOfDay(LONDON).toInstant();
    }

    private static LocalDate date(Instant start) {
        return start.atZone(LONDON).toLocalDate();
    }
}

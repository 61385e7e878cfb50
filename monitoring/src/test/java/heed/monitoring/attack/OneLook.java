package heed.monitoring.attack;

import static heed.monitoring.ChannelFixture.aChannelDay;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;

import heed.monitoring.LeagueFixture;
import heed.monitoring.ScoreFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ChannelMix;
import heed.monitoring.readmodel.HospitalChannels;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Pane;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Channel;
import heed.schemas.disclosure.Reading;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One look of staff at a hospital and its wards, and what follows from it: scores of 28 and of 7 days, lines, weeks,
 * months, the newest month, comparisons, and the shares of channels. What nobody answered before the days that are kept
 * is not known.
 */
final class OneLook {

    static final int POINTS = 84;
    static final int MINIMUM = 10;
    private static final int COMPARED = 21;

    private static final String MEASURE = "fft-2020.positive";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long MANY = 10_000;
    private static final double NEARLY = 1e-9;

    private final List<Answers> answers;
    private final LocalDate today;
    private final Snapshot snapshot;

    /** Answers on one day of one ward, or of none where that is empty. */
    record Answers(String unit, LocalDate day, int n) {}

    OneLook(List<Answers> answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
        this.snapshot = snapshot();
    }

    private List<@Nullable String> lines() {
        List<@Nullable String> lines = new ArrayList<>();
        lines.add(null);
        answers.stream()
                .map(Answers::unit)
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    /** Returns a line, of the hospital as a whole where {@code unit} is null. */
    Series series(@Nullable String unit) {
        return snapshot.part(Hospitals.class)
                .of("H1")
                .orElseThrow()
                .unit(unit, MEASURE)
                .orElseThrow();
    }

    /** Returns what follows from all that is told. */
    LinearKnowledge knowledge() {
        long[] high = new long[answers.size()];
        Arrays.fill(high, MANY);
        var known = new LinearKnowledge(new long[answers.size()], high);
        lines().forEach(unit -> learn(known, unit));
        LocalDate before = today.minusDays(28);
        ChannelMix mix = snapshot.part(HospitalChannels.class).of("H1").mix(MEASURE, today, 28);
        if (mix.groups().stream()
                .anyMatch(group -> group.before().filter(OneLook::tellsItsWhole).isPresent())) {
            BitSet cells = cells(each -> true, before.minusDays(27), before);
            known.learn(cells, sum(cells));
        }
        learnComparisons(known);
        known.conclude();
        return known;
    }

    private void learnComparisons(LinearKnowledge known) {
        snapshot.part(Leagues.class).measures().values().stream()
                .flatMap(months -> months.values().stream())
                .flatMap(comparison -> comparison.rows().stream())
                .forEach(row -> {
                    YearMonth month = YearMonth.parse(row.getMonth());
                    known.learn(cells(each -> true, month.atDay(1), month.atEndOfMonth()), row.getN());
                });
    }

    /** Tells whether a share says of how many it is: that of two decimals says it of none. */
    private static boolean tellsItsWhole(double share) {
        return Math.abs(share * 100 - Math.round(share * 100)) > NEARLY;
    }

    private void learn(LinearKnowledge known, @Nullable String unit) {
        Series series = series(unit);
        learn(known, unit, today.minusDays(27), today, series.over(today, 28));
        learn(known, unit, today.minusDays(6), today, series.over(today, 7));
        series.rolling(today, POINTS, today)
                .forEach(point -> learn(known, unit, point.date().minusDays(6), point.date(), point.reading()));
        for (Function<Series, List<Pane>> kind : List.<Function<Series, List<Pane>>>of(Series::weeks, Series::months)) {
            series.over(kind, start(today.plusDays(1)).minusSeconds(1), today)
                    .forEach(each -> learn(
                            known, unit, date(each.start()), date(each.end()).minusDays(1), each.reading()));
        }
        LocalDate month = today.withDayOfMonth(1);
        learn(known, unit, month, today, series.month(start(month), today));
        series.newestMonth(today)
                .ifPresent(newest -> learn(known, unit, date(newest.start()), today, newest.reading()));
    }

    private void learn(LinearKnowledge known, @Nullable String unit, LocalDate first, LocalDate last, Reading reading) {
        BitSet cells = cells(each -> unit == null || each.equals(unit), first, last);
        reading.shown().ifPresent(shown -> known.learn(cells, shown.answers()));
        if (reading instanceof Reading.NoResponses) {
            known.learn(cells, 0);
        }
    }

    /** Returns which answers are of some wards and days. */
    BitSet cells(Predicate<String> units, LocalDate first, LocalDate last) {
        BitSet cells = new BitSet();
        for (int at = 0; at < answers.size(); at++) {
            Answers each = answers.get(at);
            if (units.test(each.unit())
                    && !each.day().isBefore(first)
                    && !each.day().isAfter(last)) {
                cells.set(at);
            }
        }
        return cells;
    }

    /** Tells whether some answers are few, and not none. */
    boolean isFew(BitSet cells) {
        return sum(cells) > 0 && sum(cells) < MINIMUM;
    }

    private long sum(BitSet cells) {
        return cells.stream().mapToLong(at -> answers.get(at).n()).sum();
    }

    private Snapshot snapshot() {
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        LocalDate first = answers.get(0).day();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate of = day;
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            for (String unit : lines()) {
                put(model, unit, aDay(day), of::equals);
                put(model, unit, aWeek(monday), each -> !each.isBefore(monday) && each.isBefore(monday.plusWeeks(1)));
                put(model, unit, aMonth(YearMonth.from(day).toString()), each -> YearMonth.from(each)
                        .equals(YearMonth.from(of)));
            }
            long n = sum(cells(each -> true, day, day));
            model.put(aChannelDay(day)
                    .answers(Channel.SMS, n / 3)
                    .answers(Channel.WEB, n - n / 3)
                    .build());
        }
        compare(model, YearMonth.from(first));
        model.publish();
        return model.snapshot();
    }

    /** The hospital is compared with others in every month in which it has enough answers for that. */
    private void compare(ReadModel model, YearMonth first) {
        for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            long n = sum(cells(each -> true, month.atDay(1), month.atEndOfMonth()));
            if (n >= COMPARED) {
                LeagueFixture league =
                        aLeague(MEASURE, month.toString()).row("H1", n, n).row("H2", 90, 100);
                league.asOf(start(today).plus(Duration.ofHours(20)).toString()).into(model);
            }
        }
    }

    private void put(ReadModel model, @Nullable String unit, ScoreFixture window, Predicate<LocalDate> within) {
        long n = answers.stream()
                .filter(each -> (unit == null || each.unit().equals(unit)) && within.test(each.day()))
                .mapToLong(Answers::n)
                .sum();
        model.put(window.unit(unit).positive(n, n));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    private static LocalDate date(Instant start) {
        return start.atZone(LONDON).toLocalDate();
    }
}

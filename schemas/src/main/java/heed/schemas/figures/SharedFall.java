package heed.schemas.figures;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import heed.schemas.Movement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A drop beside what all hospitals did in the same weeks: a difference of differences, the same weeks on both sides and
 * each with the weight that the place's own answers give it.
 *
 * <p>Since are the whole weeks from the Monday nearest to the drop's beginning, at the latest that of its newest alarm,
 * until its recovery or now; before are the weeks until the one before the drop began, as far as they are among the
 * newest 53 and the same drop was not open in them: where it is raised again, its first fall is not what is usual. The
 * verdict is on its guard: what cannot be told is not called shared, so that no fall of a place's own is excused
 * (docs/watch.md).
 *
 * @param fall mean score before less mean score since, 0 to 1
 * @param moved by how much all hospitals moved from the ones weeks to the others; negative is down
 * @param movedReach half the width of the 95% interval of {@code moved}
 * @param beyond what of the fall is left: fall and moved together
 * @param reach half the width of the 95% interval of {@code beyond}
 * @param weeks how many weeks since are compared
 * @param hospitals fewest hospitals that any of those weeks compares
 */
public record SharedFall(
        double fall,
        double moved,
        double movedReach,
        double beyond,
        double reach,
        int weeks,
        int hospitals,
        FallVerdict verdict) {

    /** Weeks of a place that are looked at, up to its newest. */
    public static final int WEEKS = 53;

    private static final double Z_BOTH = 1.959963984540054;
    private static final double Z_ONE = 1.6448536269514722;
    /** Normal quantile of 99% on one side: there are as many looks at the latest weeks as weeks. */
    private static final double Z_LATELY = 2.3263478740408408;

    private static final Set<DropPhase> RAISED =
            EnumSet.of(DropPhase.OPEN, DropPhase.FOUND_IN_LEARNING, DropPhase.REOPENED);
    private static final double SMALLEST_FALL = 0.05;
    private static final double CAUTION = 1.25;
    private static final double MOST_ICC = 0.9;

    /**
     * Compares a drop with what all hospitals did; nothing where no week since or none before can be compared, or where
     * either has fewer answers than may be shown.
     *
     * @param zone the hospital's
     * @param own what the drop's place counted, by the Monday of the week
     * @param all what all hospitals did, by the same
     * @param least fewest answers that figures may be shown of
     */
    public static Optional<SharedFall> of(
            Drop drop, ZoneId zone, Map<LocalDate, Counted> own, Map<LocalDate, Movement> all, int least) {
        NavigableMap<LocalDate, Counted> weeks = new TreeMap<>(own);
        while (weeks.size() > WEEKS) {
            weeks.pollFirstEntry();
        }
        LocalDate began = drop.getSince().atZone(zone).toLocalDate();
        Instant again = drop.getReopenedAt();
        LocalDate last =
                monday((again == null ? drop.getOpenedAt() : again).atZone(zone).toLocalDate());
        LocalDate nearest = monday(began.plusDays(3));
        LocalDate first = nearest.isAfter(last) ? last : nearest;
        LocalDate until = until(drop, zone, all);
        Weeks since = Weeks.of(between(weeks, first, until), all);
        NavigableMap<LocalDate, Counted> usual = new TreeMap<>(weeks.headMap(monday(began), false));
        earlier(drop, zone).forEach(fall -> usual.keySet().removeIf(fall::holds));
        Weeks before = Weeks.of(usual, all);
        int fewest = Math.max(1, least);
        if (since.own.n() < fewest || before.own.n() < fewest) {
            return Optional.empty();
        }
        Gap gap = Gap.between(before, since, drop.getIcc(), days(first, until, since));
        int hospitals = since.hospitals;
        boolean othersFell = gap.moved + CommonLevel.quantile(Z_ONE, hospitals) * gap.error < 0;
        boolean ownLately = false;
        for (LocalDate from : between(weeks, first.plusDays(1), until).keySet()) {
            Weeks late = Weeks.of(between(weeks, from, until), all);
            ownLately |= late.own.n() >= fewest
                    && Gap.between(before, late, drop.getIcc(), days(from, until, late))
                            .isOwn();
        }
        return Optional.of(new SharedFall(
                gap.fall,
                gap.moved,
                CommonLevel.quantile(Z_BOTH, hospitals) * gap.error,
                gap.beyond(),
                Z_BOTH * gap.sd,
                since.weeks,
                hospitals,
                verdict(gap, othersFell && !ownLately)));
    }

    /**
     * Returns the weeks of a stretch; none where it ends before it begins, as where all hospitals' weeks lag behind.
     */
    private static NavigableMap<LocalDate, Counted> between(
            NavigableMap<LocalDate, Counted> weeks, LocalDate from, LocalDate until) {
        return from.isAfter(until) ? new TreeMap<>() : weeks.subMap(from, true, until, true);
    }

    /** Returns the stretches of the same drop before its newest alarm: the place was low already, not as usual. */
    private static List<Stretch> earlier(Drop drop, ZoneId zone) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = null;
        for (DropTurn turn : drop.getTurns()) {
            boolean raised = RAISED.contains(turn.getPhase());
            Instant ends = raised ? turn.getSince() : turn.getAt();
            if (from != null && (raised || turn.getPhase() == DropPhase.RECOVERED)) {
                stretches.add(new Stretch(from, ends.atZone(zone).toLocalDate()));
                from = null;
            }
            if (raised) {
                from = monday(turn.getSince().atZone(zone).toLocalDate());
            }
        }
        return stretches;
    }

    /** From the Monday of the week that a fall began in until the day that it was over or another began. */
    private record Stretch(LocalDate from, LocalDate until) {

        boolean holds(LocalDate monday) {
            return !monday.isBefore(from) && !monday.isAfter(until);
        }
    }

    private static double days(LocalDate from, LocalDate until, Weeks weeks) {
        return Math.max(1, Math.min(7.0 * weeks.weeks, ChronoUnit.DAYS.between(from, until) + 1.0));
    }

    private static FallVerdict verdict(Gap gap, boolean mayBeShared) {
        double beyond = gap.beyond();
        double reach = Z_ONE * gap.sd;
        if (gap.fall > 0 && beyond >= gap.fall / 2 && beyond - reach > 0) {
            return FallVerdict.OWN;
        }
        return gap.fall > 0 && mayBeShared && beyond <= gap.fall / 2 && beyond + reach < SMALLEST_FALL
                ? FallVerdict.SHARED
                : FallVerdict.UNKNOWN;
    }

    /** Time is that of the figures, which may be simulated: now is the newest response that any week knows. */
    private static LocalDate until(Drop drop, ZoneId zone, Map<LocalDate, Movement> all) {
        Instant now = all.values().stream()
                .map(Movement::getAsOf)
                .max(Comparator.naturalOrder())
                .orElse(drop.getAsOf());
        Instant end = drop.getRecoveredAt();
        return (end == null || end.isAfter(now) ? now : end).atZone(zone).toLocalDate();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What lies between weeks before and weeks since; {@code error} is that of {@code moved}, {@code sd} of both. */
    private record Gap(double fall, double moved, double error, double sd) {

        static Gap between(Weeks before, Weeks since, double icc, double days) {
            // Hospitals that move apart do so for weeks on end, so weeks since do not average their error out.
            double error = Math.sqrt(since.squaredError + before.squaredError / before.weeks);
            double variance = since.variance(icc, days) + before.variance(icc, 7.0 * before.weeks);
            return new Gap(
                    before.own.score() - since.own.score(),
                    since.level - before.level,
                    error,
                    Math.sqrt(variance + error * error));
        }

        double beyond() {
            return fall + moved;
        }

        /** Tells whether a fall that the watch looks for is surely among it. */
        boolean isOwn() {
            return beyond() >= SMALLEST_FALL && beyond() - Z_LATELY * sd > 0;
        }
    }

    /** Weeks that both a place and all hospitals are known of, those of all weighted by the place's answers. */
    private record Weeks(Counted own, double level, double squaredError, int weeks, int hospitals) {

        static Weeks of(Map<LocalDate, Counted> own, Map<LocalDate, Movement> all) {
            Counted sum = Counted.NOTHING;
            double level = 0;
            double squaredError = 0;
            int weeks = 0;
            int hospitals = Integer.MAX_VALUE;
            for (Map.Entry<LocalDate, Counted> week : own.entrySet()) {
                Movement movement = all.get(week.getKey());
                long n = week.getValue().n();
                if (movement != null && n > 0) {
                    sum = sum.plus(week.getValue());
                    level += n * movement.getLevel();
                    squaredError += n * movement.getError() * movement.getError();
                    weeks++;
                    hospitals = Math.min(hospitals, movement.getHospitals());
                }
            }
            double n = Math.max(1, sum.n());
            return new Weeks(sum, level / n, squaredError / n, weeks, hospitals);
        }

        /** Returns the variance of the own score, answers of a day counting as fewer than they are. */
        double variance(double icc, double days) {
            double p = (own.score() * own.n() + 0.5) / (own.n() + 1);
            double aDay = own.n() / days;
            double effect = 1 + Math.max(0, aDay - 1) * Math.min(MOST_ICC, CAUTION * icc);
            return own.answerRatio() * p * (1 - p) / own.n() * effect;
        }
    }
}

package heed.topology.movement;

import heed.schemas.figures.CommonLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All hospitals' weeks in one measure, and where the hospitals stood in each: the level.
 *
 * <p>A hospital's own level in a week is its mean over the up to 52 weeks before with the levels of those weeks taken
 * out, weighted by its answers. The week's level is the trimmed mean, over the hospitals, of score less own level
 * ({@link CommonLevel}). Where the same hospitals answer in all weeks that is their mean score but for a constant: the
 * fit of hospital and week effects, made so that no week changes one before it. A week without any level in the 52
 * before it is a first one, of level 0.
 *
 * <p>Levels are made of sums in the order of weeks and of sorted values, so neither the order of arrival nor where a
 * recomputation begins changes a bit.
 */
final class MeasureWeeks {

    /** Weeks that a hospital is compared with itself over. */
    static final int BEFORE = 52;

    private static final int WEEK = 7;

    private final int minimum;
    private final NavigableMap<Long, Week> weeks = new TreeMap<>();
    private long changedFrom = Long.MAX_VALUE;

    /** Compares hospitals with at least {@code minimum} answers in a week. */
    MeasureWeeks(int minimum) {
        this.minimum = minimum;
    }

    /** Sets what a hospital answered on a local day, in days since 1970. */
    void set(String hospital, long day, long answers, long points) {
        long monday = monday(day);
        Week week = weeks.get(monday);
        if (week == null) {
            if (answers == 0) {
                return;
            }
            week = new Week();
            weeks.put(monday, week);
        }
        HospitalWeek of = week.hospitals.computeIfAbsent(hospital, code -> new HospitalWeek());
        int weekday = (int) (day - monday);
        if (of.answers(weekday) != answers || of.points(weekday) != points) {
            of.set(weekday, answers, points);
            changedFrom = Math.min(changedFrom, monday);
        }
    }

    /** Has the weeks from that of a day on looked at again. */
    void touch(long day) {
        changedFrom = Math.min(changedFrom, monday(day));
    }

    /** Returns the Monday of a local day's week, both in days since 1970. */
    static long monday(long day) {
        return day - Math.floorMod(day + 3, WEEK);
    }

    /**
     * Brings the levels up to what was set, and hands over each that differs from before.
     *
     * @param asOf arrival of the newest response by Monday, ms
     */
    void update(NavigableMap<Long, Long> asOf, Moved moved) {
        for (Map.Entry<Long, Week> entry : weeks.tailMap(changedFrom, true).entrySet()) {
            Week week = entry.getValue();
            long newest = newest(asOf, entry.getKey());
            Level level = level(entry.getKey(), week, newest);
            if (!Objects.equals(level, week.level)) {
                week.level = level;
                moved.take(entry.getKey(), level, newest);
            }
        }
        changedFrom = Long.MAX_VALUE;
    }

    private static long newest(NavigableMap<Long, Long> asOf, long monday) {
        return asOf.headMap(monday, true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private @Nullable Level level(long monday, Week week, long asOfMs) {
        List<Week> before = weeks.subMap(monday - BEFORE * WEEK, true, monday, false).values().stream()
                .filter(each -> each.level != null)
                .toList();
        if (before.isEmpty()) {
            long compared =
                    week.hospitals.values().stream().filter(this::isCompared).count();
            return compared < CommonLevel.FEWEST ? null : new Level(0, 0, 0, 0, 0, (int) compared, asOfMs);
        }
        double[] differences = differences(week, before);
        if (differences.length < CommonLevel.FEWEST) {
            return null;
        }
        CommonLevel common = CommonLevel.of(differences);
        double mean = 0;
        double squares = 0;
        for (Week each : before) {
            Level level = Objects.requireNonNull(each.level, "weeks without a level are left out");
            mean += level.level() / before.size();
            squares += level.error() * level.error();
        }
        double movedError = Math.sqrt(common.error() * common.error() + squares / before.size() / before.size());
        return new Level(
                common.mean(),
                common.error(),
                common.mean() - mean,
                movedError,
                before.size(),
                common.hospitals(),
                asOfMs);
    }

    /** Returns by how much each hospital that can be compared differs from its own level. */
    private double[] differences(Week week, List<Week> before) {
        return week.hospitals.entrySet().stream()
                .filter(of -> isCompared(of.getValue()))
                .mapToDouble(of -> of.getValue().score() - own(of.getKey(), before))
                .filter(difference -> !Double.isNaN(difference))
                .toArray();
    }

    /** Returns the level of a hospital's own over the weeks before; not a number where it can be compared in none. */
    private double own(String hospital, List<Week> before) {
        double answers = 0;
        double residuals = 0;
        for (Week each : before) {
            HospitalWeek of = each.hospitals.get(hospital);
            if (of != null && isCompared(of)) {
                double level = Objects.requireNonNull(each.level, "weeks without a level are left out")
                        .level();
                answers += of.answers();
                residuals += of.answers() * (of.score() - level);
            }
        }
        return residuals / answers;
    }

    private boolean isCompared(HospitalWeek week) {
        return week.answers() >= minimum;
    }

    /** Takes a week's level, by its Monday; null where it has none any more. */
    @FunctionalInterface
    interface Moved {

        void take(long monday, @Nullable Level level, long asOfMs);
    }

    private static final class Week {

        /**
         * By the hospital's code, those alone that have answered: a code costs what its answers do, not a place in
         * every week.
         */
        private final Map<String, HospitalWeek> hospitals = new HashMap<>();

        private @Nullable Level level;
    }
}

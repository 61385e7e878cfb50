package heed.app.study;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * The months before a key's own answers, as an import brings them: of each month only the sums are known, and they are
 * spread evenly over its days.
 *
 * <p>The answers that are summed up lived as all others do. What is lost is which day they belong to, so the days of an
 * import differ by nothing but rounding.
 */
final class PublishedMonths {

    private static final int MONTHS = 12;

    private final Scenario scenario;
    private final DayShares days;
    private final SharedStateDiscreteSampler answersOfAnHour;
    private final List<Detector> detectors;

    PublishedMonths(
            Scenario scenario, DayShares days, SharedStateDiscreteSampler answersOfAnHour, List<Detector> detectors) {
        this.scenario = scenario;
        this.days = days;
        this.answersOfAnHour = answersOfAnHour;
        // Whatever looks within a month hears nothing of published figures: the pipeline's own rule.
        this.detectors = scenario.before().respondent().isPublished() ? List.of() : detectors;
    }

    /** Says the answers of the whole months before the first day of a life, where its scenario has any. */
    void live() {
        if (scenario.before() == Scenario.Before.NOTHING) {
            return;
        }
        YearMonth first =
                YearMonth.from(LocalDate.ofEpochDay(SimulatedKey.FIRST_DAY)).minusMonths(MONTHS);
        for (int i = 0; i < MONTHS; i++) {
            spread(first.plusMonths(i));
        }
    }

    private void spread(YearMonth month) {
        int[] counts = new int[scenario.scores().length];
        long start = month.atDay(1).toEpochDay();
        for (int i = 0; i < month.lengthOfMonth(); i++) {
            double[] shares = days.draw(start + i);
            for (int hour = 0; hour < SimulatedKey.HOURS; hour++) {
                int answers = answersOfAnHour.sample();
                for (int each = 0; each < answers; each++) {
                    counts[days.answer(shares)]++;
                }
            }
        }
        say(start, month.lengthOfMonth(), counts);
    }

    /** Says the n-th of so many answers of a kind in the middle of the n-th of as many equal parts of the month. */
    private void say(long start, int length, int[] counts) {
        int[] said = new int[counts.length];
        long day = start;
        for (int place = earliest(said, counts); place >= 0; place = earliest(said, counts)) {
            double passed = (said[place] + .5) / counts[place] * length;
            said[place]++;
            while (day < start + (long) passed) {
                endDay(day++);
            }
            say(day, (passed - (long) passed) * SimulatedKey.HOURS, place);
        }
        while (day < start + length) {
            endDay(day++);
        }
    }

    private static int earliest(int[] said, int[] counts) {
        int earliest = -1;
        double at = 1;
        for (int place = 0; place < counts.length; place++) {
            double here = (said[place] + .5) / counts[place];
            if (said[place] < counts[place] && here < at) {
                earliest = place;
                at = here;
            }
        }
        return earliest;
    }

    private void say(long day, double hour, int place) {
        for (int i = 0; i < detectors.size(); i++) {
            detectors.get(i).answer(day, hour, place);
        }
    }

    private void endDay(long day) {
        detectors.forEach(detector -> detector.endDay(day));
    }
}

package heed.app.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Lets one simulated key live, with detectors that listen. What happens depends on the seed alone. */
public final class SimulatedKey {

    /** Days that every detector may learn from: half a year, in whole weeks. */
    public static final int HISTORY_DAYS = 7 * WeeklyXmr.BASELINE_WEEKS;

    private static final int YEAR = 365;
    static final int HOURS = 24;
    private static final int ONSET_DAYS = 28;

    /** A day on which a week begins. */
    static final long FIRST_DAY = 19_999;

    private final UniformRandomProvider random;
    private final SharedStateDiscreteSampler answersOfAnHour;
    private final DayShares usual;
    private final DayShares fallen;
    private final List<Detector> detectors;
    private final PublishedMonths before;

    /** Begins a life with so many answers a day, and a drop of that size or 0. */
    public SimulatedKey(Scenario scenario, double volume, double drop, long seed, List<Detector> detectors) {
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.answersOfAnHour = PoissonSampler.of(random, volume / HOURS);
        this.usual = new DayShares(scenario, 0, random);
        this.fallen = new DayShares(scenario, drop, random);
        this.detectors = detectors;
        this.before = new PublishedMonths(scenario, usual, answersOfAnHour, detectors);
    }

    /** Lives half a year and then so many years, in which nothing changes. */
    public void calm(int years) {
        before.live();
        for (int i = 0; i < HISTORY_DAYS + years * YEAR; i++) {
            long day = FIRST_DAY + i;
            double[] shares = usual.draw(day);
            for (int hour = 0; hour < HOURS; hour++) {
                int answers = answersOfAnHour.sample();
                for (int each = 0; each < answers; each++) {
                    say(day, hour + (each + .5) / answers, usual.answer(shares));
                }
            }
            detectors.forEach(detector -> detector.endDay(day));
        }
    }

    private void say(long day, double hour, int place) {
        for (int i = 0; i < detectors.size(); i++) {
            detectors.get(i).answer(day, hour, place);
        }
    }

    /**
     * Lives at least half a year and then with a drop, until each detector has found it or a year has gone.
     *
     * @return a delay for each detector; one that had an alarm open when the drop came has none
     */
    public Delay[] drop() {
        before.live();
        double onset = HISTORY_DAYS + random.nextDouble() * ONSET_DAYS;
        Delay[] found = new Delay[detectors.size()];
        int[] before = new int[detectors.size()];
        long answers = 0;
        boolean fell = false;
        for (int i = 0; i < onset + YEAR; i++) {
            long day = FIRST_DAY + i;
            double[] shares = i < (int) onset + 1 ? usual.draw(day) : null;
            if (i == (int) onset) {
                fallen.after(usual);
            }
            double[] low = i >= (int) onset ? fallen.draw(day) : null;
            for (int hour = 0; hour < HOURS; hour++) {
                int count = answersOfAnHour.sample();
                for (int each = 0; each < count; each++) {
                    double time = hour + (each + .5) / count;
                    double passed = i + time / HOURS - onset;
                    if (passed >= 0 && !fell) {
                        fell = true;
                        begin(found, before);
                    }
                    answers += fell ? 1 : 0;
                    say(
                            day,
                            time,
                            fell
                                    ? fallen.answer(Objects.requireNonNull(low, "drawn from the day of the drop on"))
                                    : usual.answer(Objects.requireNonNull(shares, "drawn up to the day of the drop")));
                    if (fell) {
                        note(found, before, answers, passed);
                    }
                }
            }
            detectors.forEach(detector -> detector.endDay(day));
            if (fell) {
                note(found, before, answers, i + 1 - onset);
                if (Arrays.stream(found).noneMatch(Delay::isPending)) {
                    break;
                }
            }
        }
        return found;
    }

    private void begin(Delay[] found, int[] before) {
        for (int i = 0; i < found.length; i++) {
            before[i] = detectors.get(i).alarms();
            found[i] = detectors.get(i).open() ? Delay.NONE : Delay.PENDING;
        }
    }

    private void note(Delay[] found, int[] before, long answers, double days) {
        for (int i = 0; i < found.length; i++) {
            if (found[i].isPending() && detectors.get(i).alarms() > before[i]) {
                found[i] = new Delay(answers, days);
            }
        }
    }

    /**
     * How long a detector took to find a drop.
     *
     * @param answers infinite where a year was not enough
     */
    public record Delay(double answers, double days) {

        /** The drop is not found yet. */
        static final Delay PENDING = new Delay(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** There is no delay to speak of: an alarm was open already. */
        static final Delay NONE = new Delay(Double.NaN, Double.NaN);

        boolean isPending() {
            return days == Double.POSITIVE_INFINITY;
        }
    }
}

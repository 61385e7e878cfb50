package heed.bench.watch;

import heed.topology.respondent.Respondent;
import heed.topology.response.Answers;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Answers of one hospital, drawn beforehand so that drawing them is no part of what is measured.
 *
 * <p>Five steps with a usual mean of .90. Each measure has good and bad days, by .02 either way, which correlate
 * answers of a day as real ones do.
 */
final class WatchedHospital {

    private static final int STEP = 2_500;
    private static final double[] USUAL = {.02, .03, .05, .13};
    private static final double BAD_DAY = .02;

    private final Place place;
    private final List<ScoredMeasure> measures;
    private final Respondent respondent;
    private final int answersADay;
    private final byte[] steps;

    /** Draws {@code days} days; from {@code fallsOn} on, the score is lower by {@code fall}. */
    WatchedHospital(
            Place place,
            List<ScoredMeasure> measures,
            Respondent respondent,
            int answersADay,
            int days,
            int fallsOn,
            double fall,
            SplittableRandom random) {
        this.place = place;
        this.measures = measures;
        this.respondent = respondent;
        this.answersADay = answersADay;
        this.steps = new byte[days * answersADay * measures.size()];
        int next = 0;
        for (int day = 0; day < days; day++) {
            double[] worse = new double[measures.size()];
            for (int i = 0; i < worse.length; i++) {
                worse[i] = (random.nextBoolean() ? BAD_DAY : -BAD_DAY) + (day >= fallsOn ? fall : 0);
            }
            for (int i = 0; i < answersADay; i++) {
                for (double shift : worse) {
                    steps[next++] = step(random.nextDouble() - shift);
                }
            }
        }
    }

    /** Returns the step of a draw: the part under 0, which a worse day has, is the worst answer. */
    private static byte step(double draw) {
        double sum = 0;
        for (int i = 0; i < USUAL.length; i++) {
            sum += USUAL[i];
            if (draw < sum) {
                return (byte) i;
            }
        }
        return (byte) USUAL.length;
    }

    /** Fills in the {@code i}-th answer of a day and returns when it was given, ms. */
    void fill(Answers answers, int day, int i) {
        long at = TimeUnit.DAYS.toMillis(day) + i * (TimeUnit.DAYS.toMillis(1) / answersADay);
        answers.start(place, at);
        answers.from(respondent, at);
        int first = (day * answersADay + i) * measures.size();
        for (int m = 0; m < measures.size(); m++) {
            answers.add(measures.get(m), steps[first + m] * STEP);
        }
    }
}

package heed.app.study.variants;

import heed.app.study.Detector;
import heed.app.study.Scenario;
import heed.app.study.SimulatedKey;
import java.util.List;

/** Learns from the first half-year of other keys how their weekdays differ. */
final class PeerWeekdays implements Detector {

    private static final int WEEK = 7;
    private static final int PEERS = 20;

    private final double[] scores;
    private final double[] sums = new double[WEEK];
    private final long[] counts = new long[WEEK];

    private PeerWeekdays(Scenario scenario) {
        scores = scenario.scores();
    }

    /** Returns by how much the mean loss of each weekday exceeds the mean of all at twenty peers of the same size. */
    static double[] of(Scenario scenario, int volume, long seed) {
        PeerWeekdays all = new PeerWeekdays(scenario);
        for (int peer = 0; peer < PEERS; peer++) {
            new SimulatedKey(scenario, volume, 0, seed + peer, List.of(all)).calm(0);
        }
        return all.differences();
    }

    private double[] differences() {
        double sum = 0;
        long count = 0;
        for (int weekday = 0; weekday < WEEK; weekday++) {
            sum += sums[weekday];
            count += counts[weekday];
        }
        double[] differences = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            differences[weekday] = sums[weekday] / counts[weekday] - sum / count;
        }
        return differences;
    }

    @Override
    public void answer(long day, double hour, int place) {
        int weekday = (int) (day % WEEK);
        sums[weekday] += 1 - scores[place];
        counts[weekday]++;
    }

    @Override
    public void endDay(long day) {
        // Only weekdays matter.
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public int alarms() {
        return 0;
    }

    @Override
    public double watchedDays() {
        return 0;
    }
}

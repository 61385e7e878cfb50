package heed.app.study;

import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;
import java.util.concurrent.TimeUnit;

/**
 * Gives answers to the product's own watch, which learns what is usual as it goes, and counts one kind of what it
 * finds. Time in which such a finding is open does not count as watched.
 */
abstract class WatchFindings implements Detector, WatchListener {

    private final MeasureWatch key;
    private final int[] losses;
    private boolean learned;
    private boolean open;
    private int findings;
    private long sinceMs;
    private long newestMs;
    private long watchedMs;

    /** Holds the watch to a rule. */
    WatchFindings(Scenario scenario, WatchRule rule) {
        key = new MeasureWatch(rule);
        double[] scores = scenario.scores();
        losses = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            losses[i] = Loss.ofScore(scores[i]);
        }
    }

    /** Counts a finding, made at {@code atMs}. */
    final void found(long atMs) {
        open = true;
        findings++;
        watchedMs += atMs - sinceMs;
    }

    /** Notes that the open finding is over. */
    final void over(long atMs) {
        open = false;
        sinceMs = atMs;
    }

    @Override
    public final void answer(long day, double hour, int place) {
        newestMs = (long) ((day + hour / 24) * TimeUnit.DAYS.toMillis(1));
        key.add(day, (int) hour, losses[place], newestMs, this);
    }

    @Override
    public final void endDay(long day) {
        // The watch needs no end of a day.
    }

    @Override
    public final boolean open() {
        return open || !learned;
    }

    @Override
    public final int alarms() {
        return findings;
    }

    @Override
    public final double watchedDays() {
        return (watchedMs + (open() ? 0 : newestMs - sinceMs)) / (double) TimeUnit.DAYS.toMillis(1);
    }

    @Override
    public final void learned(WatchEvent.Learned event) {
        learned = true;
        sinceMs = event.atMs();
    }

    @Override
    public final void escalated(WatchEvent.Escalated event) {
        // A drop that grows is the same drop.
    }
}

package heed.app.study;

import heed.topology.detect.Comeback;
import heed.topology.detect.LearningDays;
import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;
import java.util.concurrent.TimeUnit;

/**
 * The product's own watch of one key and what follows its drops until the score is back, put together as the pipeline
 * does.
 */
final class FollowedWatch implements WatchListener {

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final MeasureWatch watch;
    private final LearningDays learning = new LearningDays();
    private final Comeback comeback = new Comeback();
    private boolean alarmOpen;
    private boolean fellInLearning;
    private int drops;

    FollowedWatch(WatchRule rule) {
        watch = new MeasureWatch(rule);
    }

    void answer(long day, double hour, double score) {
        watch.add(day, (int) hour, Loss.ofScore(score), (long) ((day + hour / 24) * DAY_MS), this);
        if (comeback.isBack(watch)) {
            comeback.end(day);
        }
    }

    /** Tells whether a drop is open. */
    boolean open() {
        return comeback.isOpen();
    }

    /** Tells whether the detector by itself has an alarm open. */
    boolean alarmOpen() {
        return alarmOpen;
    }

    /** Returns the evidence of a fall in the closed days, in years. */
    double evidenceYears() {
        return watch.closedDays().evidenceYears();
    }

    /** Tells whether the end of learning said that the learning days have a fall. */
    boolean fellInLearning() {
        return fellInLearning;
    }

    /** Returns the drops so far; one that was raised again before the score was back is one. */
    int drops() {
        return drops;
    }

    @Override
    public void sealed(WatchEvent.Sealed day) {
        comeback.seal(watch, day);
        learning.seal(watch, day);
    }

    @Override
    public void learned(WatchEvent.Learned event) {
        comeback.learned(watch);
        learning.fall(watch, event.atMs()).ifPresent(fall -> {
            fellInLearning = true;
            drops++;
            comeback.begin(watch, fall, event.atMs() / DAY_MS);
        });
        learning.clear();
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        alarmOpen = true;
        long day = event.atMs() / DAY_MS;
        drops += comeback.raisesAgain(event.score(), day) ? 0 : 1;
        comeback.alarm(watch, event.score(), day);
    }

    @Override
    public void escalated(WatchEvent.Escalated event) {
        // A drop that grows is the same drop.
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        alarmOpen = false;
    }
}

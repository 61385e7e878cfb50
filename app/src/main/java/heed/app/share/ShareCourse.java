package heed.app.share;

import heed.connectors.theme.weeks.ShareRise;
import heed.connectors.theme.weeks.WeekShare;
import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a theme's share of a hospital's comments from week to week. What the detector finds is told only where it is
 * a rise whichever numbers the rows of the weeks leave open, so that no change in how many write looks like one.
 */
public final class ShareCourse implements WatchListener {

    private static final int BEST = 0;
    private static final int TO_THE_NEAREST_MONDAY = 3;

    private final MeasureWatch watch;
    private final List<WeekShare> usual = new ArrayList<>();
    private final List<WeekShare> since = new ArrayList<>();
    private boolean judging;
    private WatchEvent.@Nullable Alarm alarm;
    private boolean recovered;
    private @Nullable LocalDate found;
    private @Nullable ShareRise newest;
    private int findings;

    /** Begins with nothing learned. */
    public ShareCourse(WatchRule rule) {
        this.watch = new MeasureWatch(rule);
    }

    /** Judges a week that is over, after those before it. */
    public void take(WeekShare week) {
        recovered = false;
        boolean open = alarm != null;
        feed(week);
        (open ? since : usual).add(week);
        if (!open && alarm != null) {
            begin(alarm, week);
        }
        if (alarm != null) {
            follow(alarm, week);
        }
    }

    /**
     * The detector looks after each answer, and here all of a week are given at once: in this order no look within the
     * week is more extreme than that at its end.
     */
    private void feed(WeekShare week) {
        long day = week.monday().toEpochDay();
        int about = week.middle();
        int others = week.comments() - about;
        if (watch.isAlarmOpen()) {
            feed(day, Loss.WORST, about);
            feed(day, BEST, others);
        } else {
            feed(day, BEST, others);
            feed(day, Loss.WORST, about);
        }
    }

    private void feed(long day, int loss, int times) {
        for (int i = 0; i < times; i++) {
            watch.add(day, 0, loss, TimeUnit.DAYS.toMillis(day), this);
        }
    }

    /** The weeks that it began with were taken for usual ones until now. */
    private void begin(WatchEvent.Alarm raised, WeekShare week) {
        LocalDate began = LocalDate.ofEpochDay(
                        Math.floorDiv(raised.sinceLocalMs(), TimeUnit.DAYS.toMillis(1)) + TO_THE_NEAREST_MONDAY)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = began.isAfter(week.monday()) ? week.monday() : began;
        usual.stream().filter(each -> !each.monday().isBefore(first)).forEach(since::add);
        usual.removeAll(since);
    }

    private void follow(WatchEvent.Alarm raised, WeekShare week) {
        ShareRise.Figures figures = figures();
        if (found == null && figures.areSure()) {
            found = week.monday();
            findings++;
        }
        if (found != null) {
            newest = new ShareRise(
                    since.get(0).monday(),
                    found,
                    recovered ? week.monday() : null,
                    week.monday(),
                    figures,
                    raised.evidenceYears());
        }
        if (recovered) {
            alarm = null;
            found = null;
            since.clear();
        }
    }

    private ShareRise.Figures figures() {
        long before = usual.stream().mapToLong(WeekShare::comments).sum();
        long after = since.stream().mapToLong(WeekShare::comments).sum();
        return new ShareRise.Figures(
                usual.stream().mapToLong(WeekShare::middle).sum() / (double) before,
                usual.stream().mapToLong(WeekShare::most).sum() / (double) before,
                since.stream().mapToLong(WeekShare::middle).sum() / (double) after,
                since.stream().mapToLong(WeekShare::least).sum() / (double) after,
                after,
                since.size(),
                usual.size());
    }

    /** Returns the newest rise that was told. */
    public Optional<ShareRise> newest() {
        return Optional.ofNullable(newest);
    }

    /** Returns how many rises were told. */
    public int findings() {
        return findings;
    }

    /** Tells whether the next week can begin a rise: enough is learned, and none is open. */
    public boolean isWatching() {
        return judging && alarm == null;
    }

    @Override
    public void learned(WatchEvent.Learned event) {
        judging = true;
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        alarm = event;
    }

    @Override
    public void escalated(WatchEvent.Escalated event) {
        // How much it has risen is counted from the rows.
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        recovered = true;
    }
}

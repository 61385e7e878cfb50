package heed.topology.watch;

import java.util.Optional;

/**
 * Watches one key: one measure of a hospital, or of one of its units.
 *
 * <p>About 4 KB, nearly all primitives. Nothing is allocated per response (some 1 KB per day), and most responses cost a few additions: the
 * evidence is computed only where the response may have brought it to 1. Not safe for use by several threads.
 */
public final class WatchKey {

    private final WatchRule rule;
    private final OpenDays days = new OpenDays();
    private final Learning learning = new Learning();
    private final Evidence evidence = new Evidence();
    private final Recovery recovery = new Recovery();
    private final DropCourse course = new DropCourse();
    private WatchStatus status = WatchStatus.LEARNING;
    private long late;

    public WatchKey(WatchRule rule) {
        this.rule = rule;
    }

    /**
     * Counts a response.
     *
     * @param localDay day in the hospital's zone, in days since 1970-01-01
     * @param hour local hour, 0 to 23
     * @param loss as by {@link Loss}
     * @param at when the response was given, in epoch milliseconds
     */
    public void add(long localDay, int hour, int loss, long at, WatchListener listener) {
        OpenDay day = days.find(localDay);
        if (day == null) {
            if (days.isPast(localDay)) {
                late++;
                return;
            }
            day = open(localDay, at, listener);
        }
        day.add(hour, loss);
        if (status == WatchStatus.NORMAL) {
            if (evidence.mayOpenDrop(day, loss)) {
                judgeDrop(localDay, at, listener);
            }
        } else if (status == WatchStatus.ALARM) {
            judgeOpenDrop(at, listener);
        }
    }

    /**
     * Takes back a response that was counted with the same day, hour and loss. Taking a good answer away can open a
     * drop; taking bad ones away never closes one.
     */
    public void retract(long localDay, int hour, int loss, long at, WatchListener listener) {
        OpenDay day = days.find(localDay);
        if (day == null || !day.holds(hour, loss)) {
            late++;
            return;
        }
        day.remove(hour, loss);
        if (status == WatchStatus.NORMAL) {
            judgeDrop(localDay, at, listener);
        } else if (status == WatchStatus.ALARM) {
            judgeOpenDrop(at, listener);
        }
    }

    private OpenDay open(long localDay, long at, WatchListener listener) {
        while (days.mustSealBefore(localDay)) {
            seal(days.get(0), at, listener);
            days.sealOldest();
        }
        OpenDay opened = days.open(localDay);
        switch (status) {
            case LEARNING -> opened.observe();
            case NORMAL -> opened.judge(DropOdds.freeze(learning.baseline(), opened.weekday()));
            case ALARM -> opened.judge(RecoveryOdds.freeze(learning.baseline(), opened.weekday(), recovery.drop()));
        }
        evidence.forgetCeiling();
        return opened;
    }

    private void seal(OpenDay oldest, long at, WatchListener listener) {
        if (oldest.judgesDrop()) {
            evidence.seal(oldest, days.gap(0), rule);
        }
        if (oldest.judgesRecovery()) {
            recovery.seal(oldest, days.gap(0));
            course.seal(oldest);
        }
        if (!oldest.learns()) {
            learning.skip();
        } else if (oldest.judgesDrop()) {
            learning.learn(oldest, rule.years(evidence.level()));
        } else {
            learning.learn(oldest);
        }
        if (status == WatchStatus.LEARNING && learning.suffices()) {
            status = WatchStatus.NORMAL;
            Baseline baseline = learning.baseline();
            listener.learned(new WatchEvent.Learned(at, baseline.count(), 1 - baseline.mean(), baseline.correlation()));
        }
    }

    private void judgeDrop(long localDay, long at, WatchListener listener) {
        if (evidence.levelWith(days, rule) < 1) {
            return;
        }
        WatchEvent.Alarm alarm =
                DropEstimate.describe(evidence.sealedWith(days, rule), learning.baseline(), localDay, at, rule);
        status = WatchStatus.ALARM;
        evidence.clear();
        recovery.begin(alarm.drop());
        course.begin(alarm, localDay);
        learning.dropPending();
        days.deactivate();
        listener.alarm(alarm);
    }

    private void judgeOpenDrop(long at, WatchListener listener) {
        double level = recovery.levelWith(days);
        if (level < 1) {
            course.judge(days, learning.baseline(), at).ifPresent(listener::escalated);
            return;
        }
        status = WatchStatus.NORMAL;
        recovery.clear();
        course.clear();
        days.deactivate();
        listener.recovered(new WatchEvent.Recovered(at, level));
    }

    /** Returns what the watch knows now. */
    public WatchState snapshot() {
        Baseline baseline = learning.baseline();
        return new WatchState(
                status,
                baseline.count(),
                baseline.days(),
                1 - baseline.mean(),
                baseline.correlation(),
                evidence.levelWith(days, rule),
                recovery.levelWith(days),
                late);
    }

    /** Sets a window beside what is usual here; empty while the window has under {@link UsualRange#FEWEST} answers. */
    public Optional<UsualRange> usualRange(WindowTally window) {
        return window.count() < UsualRange.FEWEST
                ? Optional.empty()
                : Optional.of(UsualRange.of(window, learning.baseline()));
    }

    void write(StateWriter out) {
        out.putDouble(rule.targetDays());
        out.put(status.code());
        out.putUnsigned(late);
        days.write(out);
        learning.write(out);
        switch (status) {
            case LEARNING -> {}
            case NORMAL -> evidence.write(out);
            case ALARM -> {
                recovery.write(out);
                course.write(out);
            }
        }
    }

    /** Reads a state; one that was held to another time between false alarms is taken over to this rule's. */
    void read(StateReader in) {
        double targetDays = in.getDouble();
        readDetector(in);
        if (status == WatchStatus.ALARM) {
            course.read(in);
        } else if (targetDays != rule.targetDays()) {
            evidence.rescale(targetDays / rule.targetDays());
        }
    }

    /**
     * Reads a state of version 1, which told neither its rule nor what came after an alarm: its evidence is taken as of
     * this rule, and a drop that is open stays of the class it has.
     */
    void readFirstVersion(StateReader in) {
        readDetector(in);
    }

    private void readDetector(StateReader in) {
        status = WatchStatus.ofCode(in.get());
        late = in.getUnsigned();
        days.read(in);
        learning.read(in);
        switch (status) {
            case LEARNING -> {}
            case NORMAL -> evidence.read(in);
            case ALARM -> recovery.read(in);
        }
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Watches one key: one measure of a hospital, or of one of its units.
 *
 * <p>Keeps the days and what was learned of them; {@link DropWatch} and {@link RiseWatch} judge. About 8 KB, nearly all
 * primitives. Nothing is allocated per response (some 3 KB per day). Not safe for use by several threads.
 */
public final class MeasureWatch {

    private final WatchRule rule;
    private final OpenDays days;
    private final DropWatch drops;
    private final RiseWatch rises;
    private Learning learning = new Learning();
    private long late;

    public MeasureWatch(WatchRule rule) {
        this(rule, new WeighingRoom());
    }

    private MeasureWatch(WatchRule rule, WeighingRoom room) {
        this(rule, room, new OpenDay(room));
    }

    /** Weighs in {@code room}, and works on {@code mirror} where a day is judged for rises; keeps nothing in either. */
    MeasureWatch(WatchRule rule, WeighingRoom room, OpenDay mirror) {
        this.rule = rule;
        this.days = new OpenDays(room);
        this.drops = new DropWatch(rule, days, room);
        this.rises = new RiseWatch(rule, mirror);
    }

    /**
     * Counts a response.
     *
     * @param localDay day in the hospital's zone, in days since 1970-01-01
     * @param hour local hour, 0 to 23
     * @param loss as by {@link Loss}
     * @param atMs when the response was given, in epoch milliseconds
     */
    public void add(long localDay, int hour, int loss, long atMs, WatchListener listener) {
        OpenDay day = days.find(localDay);
        if (day == null) {
            if (days.isPast(localDay)) {
                late++;
                return;
            }
            day = open(localDay, atMs, listener);
        }
        day.add(hour, loss);
        if (drops.count(day, hour, loss, atMs, learning.baseline(), listener)) {
            stopLearning();
        }
    }

    /**
     * Takes back a response that was counted with the same day, hour and loss. Taking a good answer away can open a
     * drop; taking bad ones away never closes one. To be followed by {@link #review}.
     */
    public void retract(long localDay, int hour, int loss, long atMs, WatchListener listener) {
        OpenDay day = days.find(localDay);
        if (day == null || !day.holds(hour, loss)) {
            late++;
            return;
        }
        day.remove(hour, loss);
        if (drops.retract(day, hour, loss, atMs, learning.baseline(), listener)) {
            stopLearning();
        }
    }

    private void stopLearning() {
        learning.dropPending();
        rises.dropPending();
        days.stopLearning();
    }

    /**
     * Says whether the open drop's alarm would still be raised, if that has changed. Called after a withdrawal or a
     * whole correction, that is once what replaces the retracted response is counted: in between nothing is to be said.
     * Answers that merely come late are no reason to ask; the next review counts them.
     */
    public void review(long atMs, WatchListener listener) {
        drops.review(atMs, listener);
    }

    /**
     * Makes the level since the open drop began, or else since the open rise did, the usual one, and closes both. Where
     * neither is open, it learns from nothing. Only ever a person's decision.
     *
     * @param atMs when the person made it, in epoch milliseconds
     */
    public void rebaseline(long atMs, WatchListener listener) {
        if (drops.isOpen()) {
            begin(drops.level(), atMs, listener);
        } else if (rises.isOpen()) {
            begin(rises.level(), atMs, listener);
        } else {
            forget(atMs, listener);
        }
    }

    /** Learns from nothing, and closes the drop and the rise that are open: a person's decision too. */
    public void forget(long atMs, WatchListener listener) {
        begin(new Learning(), day -> false, atMs, listener);
    }

    private void begin(NewLevel level, long atMs, WatchListener listener) {
        begin(level.learned(), level::belongs, atMs, listener);
    }

    private void begin(Learning learned, Predicate<OpenDay> belongs, long atMs, WatchListener listener) {
        boolean fallen = drops.isOpen();
        boolean risen = rises.isOpen();
        learning = learned;
        days.restart(belongs);
        drops.restart(learning);
        rises.restart(learning);
        if (fallen) {
            listener.dropRebaselined(new WatchEvent.Rebaselined(atMs));
        }
        if (risen) {
            listener.riseRebaselined(new WatchEvent.Rebaselined(atMs));
        }
        if (drops.status() == WatchStatus.NORMAL) {
            listener.learned(DropEstimate.describe(learning.baseline(), atMs));
        }
        listener.daysClosed();
    }

    private OpenDay open(long localDay, long atMs, WatchListener listener) {
        boolean closes = days.mustSealBefore(localDay);
        while (days.mustSealBefore(localDay)) {
            seal(days.get(0), atMs, listener);
            days.sealOldest();
        }
        if (closes) {
            listener.daysClosed();
        }
        OpenDay opened = days.open(localDay);
        drops.open(opened, learning.baseline());
        return opened;
    }

    private void seal(OpenDay oldest, long atMs, WatchListener listener) {
        int gap = days.gap(0);
        listener.sealed(new WatchEvent.Sealed(oldest.day(), oldest.count(), oldest.loss(), atMs));
        drops.seal(oldest, gap, learning.baseline());
        rises.seal(oldest, gap, oldest.judgesDrop() ? drops.years() : 0, atMs, listener);
        learn(oldest);
        if (drops.status() == WatchStatus.LEARNING && learning.suffices()) {
            drops.begin();
            listener.learned(DropEstimate.describe(learning.baseline(), atMs));
        }
    }

    private void learn(OpenDay sealed) {
        if (!sealed.learns()) {
            learning.skip();
        } else if (sealed.judgesDrop()) {
            learning.learn(sealed, drops.years());
        } else {
            learning.learn(sealed);
        }
    }

    boolean isLearning() {
        return drops.status() == WatchStatus.LEARNING;
    }

    /** Tells whether the detector has an alarm open. */
    public boolean isAlarmOpen() {
        return drops.isOpen();
    }

    OpenDays days() {
        return days;
    }

    Baseline baseline() {
        return learning.baseline();
    }

    /** Returns what the watch knows now. */
    public WatchState snapshot() {
        Baseline baseline = learning.baseline();
        return new WatchState(
                drops.status(),
                baseline.count(),
                baseline.days(),
                1 - baseline.mean(),
                baseline.correlation(),
                drops.evidence(),
                drops.recovery(),
                late);
    }

    /** Returns what the closed days tell. */
    public ClosedDays closedDays() {
        Baseline baseline = learning.baseline();
        return new ClosedDays(
                baseline.count(),
                baseline.days(),
                drops.status() == WatchStatus.LEARNING ? Optional.empty() : Optional.of(Usual.of(baseline)),
                drops.closedEvidence(),
                drops.years());
    }

    /** Returns how much the answers here scatter by chance. */
    public AnswerNoise noise() {
        Baseline baseline = learning.baseline();
        return new AnswerNoise(DropEstimate.spread(baseline), baseline.correlation());
    }

    void write(RowWriter out) {
        out.real(rule.targetDays());
        out.octet(drops.status().code());
        out.unsigned(late);
        days.write(out);
        learning.write(out);
        drops.write(out);
        rises.write(out);
    }

    /** Reads a state; one that was held to another time between false alarms is taken over to this rule's. */
    void read(RowReader in) {
        double targetDays = in.real();
        drops.read(in, readLearned(in), targetDays);
        rises.read(in, targetDays);
    }

    private WatchStatus readLearned(RowReader in) {
        WatchStatus status = WatchStatus.ofCode(in.octet());
        late = in.unsigned();
        days.read(in);
        learning.read(in);
        return status;
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Looks for drops in the open and the sealed days, and follows the one that is open.
 *
 * <p>Nothing is allocated per response, and most cost a few additions: the evidence is computed only where the response
 * may have brought it to 1. What is usual is told by the caller, who learns it, because the watch for rises needs the
 * days too.
 */
final class DropWatch {

    private final WatchRule rule;
    private final OpenDays days;
    private final WeighingRoom room;
    private final Evidence evidence = new Evidence();
    private final Trail trail = new Trail(Trail.LONGEST);
    private final OpenDrop drop = new OpenDrop();
    private WatchStatus status = WatchStatus.LEARNING;

    /** Watches {@code days}, which the caller opens, fills and seals, and weighs in {@code room}. */
    DropWatch(WatchRule rule, OpenDays days, WeighingRoom room) {
        this.rule = rule;
        this.days = days;
        this.room = room;
    }

    WatchStatus status() {
        return status;
    }

    boolean isOpen() {
        return status == WatchStatus.ALARM;
    }

    /** Returns what is learned of the days since the open drop began. */
    NewLevel level() {
        return drop.level();
    }

    /**
     * Returns the evidence of a drop, 0 to 1. What goes on being gathered for an open one is no evidence of a new one.
     */
    double evidence() {
        return isOpen() ? 0 : evidence.levelWith(days, rule);
    }

    /** Returns the evidence of recovery from the open drop; at 1 it is over. */
    double recovery() {
        return drop.recoveryWith(days);
    }

    /** Returns the evidence of the sealed days, over an alarm as well, until the recovery. */
    double closedEvidence() {
        return evidence.level();
    }

    /** Returns the years in which chance alone shows as much evidence as the sealed days do. */
    double years() {
        return rule.years(evidence.level());
    }

    /** Begins to judge, once enough is known of what is usual. */
    void begin() {
        status = WatchStatus.NORMAL;
    }

    /** Begins anew, with what has been learned. */
    void restart(Learning usual) {
        drop.clear();
        evidence.clear();
        trail.clear();
        status = usual.suffices() ? WatchStatus.NORMAL : WatchStatus.LEARNING;
    }

    /** Sets what a day that has just opened is judged by, and whether it is learned from. */
    void open(OpenDay opened, Baseline usual) {
        if (isOpen()) {
            opened.judge(RecoveryOdds.freeze(usual, opened.weekday(), drop.size()));
        } else {
            opened.observe();
        }
        if (isWatched()) {
            opened.judge(rule.method(), usual);
        }
        evidence.forgetCeiling();
    }

    /** Takes a day in for good, before it is learned; {@code gap} is the days since the one before. */
    void seal(OpenDay oldest, int gap, Baseline usual) {
        if (oldest.judgesDrop()) {
            evidence.seal(oldest, gap, rule);
        }
        if (isOpen()) {
            evidence.bound();
            drop.seal(oldest, gap);
        } else if (oldest.judgesDrop()) {
            trail.add(oldest, usual, evidence.level());
        }
    }

    /** Judges a response that {@code day} has just counted. Returns whether a drop opened. */
    boolean count(OpenDay day, int hour, int loss, long atMs, Baseline usual, WatchListener listener) {
        if (status == WatchStatus.NORMAL) {
            return evidence.mayReach(1, day, hour, loss) && judge(day, atMs, usual, listener);
        }
        if (isOpen()) {
            drop.answers().add(day.day(), hour, loss, atMs);
            boolean surer = !drop.isPublished() && evidence.mayReach(rule.publishedLevel(), day, hour, loss);
            judgeOpenDrop(atMs, usual, listener);
            if (surer) {
                judgeAudience(atMs, listener);
            }
        }
        return false;
    }

    /** Judges anew after a response that {@code day} has just taken back. Returns whether a drop opened. */
    boolean retract(OpenDay day, int hour, int loss, long atMs, Baseline usual, WatchListener listener) {
        if (status == WatchStatus.NORMAL) {
            return judge(day, atMs, usual, listener);
        }
        if (isOpen()) {
            drop.answers().remove(day.day(), hour, loss, atMs);
            judgeOpenDrop(atMs, usual, listener);
            judgeAudience(atMs, listener);
        }
        return false;
    }

    /** Says whether the open drop's alarm would still be raised, if that has changed. */
    void review(long atMs, WatchListener listener) {
        if (isOpen()) {
            drop.answers().review(atMs, room).ifPresent(listener::revised);
        }
    }

    private boolean judge(OpenDay day, long atMs, Baseline usual, WatchListener listener) {
        if (evidence.levelWith(days, rule) < 1) {
            return false;
        }
        WatchEvent.Alarm alarm = DropEstimate.describe(
                evidence.sealedWith(days, rule), usual, day.day(), atMs, rule, trail.with(days, evidence, usual, rule));
        status = WatchStatus.ALARM;
        drop.begin(alarm, day.day(), evidence, days, rule);
        trail.clear();
        if (alarm.published()) {
            drop.publish();
        }
        listener.alarm(alarm);
        return true;
    }

    private void judgeOpenDrop(long atMs, Baseline usual, WatchListener listener) {
        double level = recovery();
        if (level < 1) {
            drop.judgeSize(days, usual, atMs).ifPresent(listener::escalated);
            return;
        }
        status = WatchStatus.NORMAL;
        drop.clear();
        evidence.clear();
        days.deactivate();
        listener.recovered(new WatchEvent.Recovered(atMs, level));
    }

    /**
     * Says once that the evidence suffices for a wider audience. It is the statistic that raised the alarm, not begun
     * anew: a Shiryaev-Roberts statistic that goes on rises by at most 1 a day on average while nothing has changed, so
     * it takes T0 of that audience to reach it, at least. That recoveries set it back only makes it later. It goes on
     * after that too: who reads of thousands of keys asks for more.
     */
    private void judgeAudience(long atMs, WatchListener listener) {
        if (!isOpen() || drop.isPublished()) {
            return;
        }
        double level = evidence.levelWith(days, rule);
        if (rule.isPublished(level)) {
            drop.publish();
            listener.confirmed(new WatchEvent.Confirmed(atMs, level, rule.years(level)));
        }
    }

    private boolean isWatched() {
        return status != WatchStatus.LEARNING;
    }

    /** Writes all but the status, which stands further up in the state. */
    void write(RowWriter out) {
        if (isOpen()) {
            drop.write(out);
        }
        if (isWatched()) {
            evidence.write(out);
            trail.write(out);
        }
    }

    /** Reads what stood at {@code read} and was held to {@code targetDays} between false alarms. */
    void read(RowReader in, WatchStatus read, double targetDays) {
        status = read;
        if (isOpen()) {
            drop.read(in);
        }
        if (isWatched()) {
            evidence.read(in);
            trail.read(in);
            if (targetDays != rule.targetDays()) {
                evidence.rescale(targetDays / rule.targetDays());
                trail.rescale(targetDays / rule.targetDays());
            }
        }
    }
}

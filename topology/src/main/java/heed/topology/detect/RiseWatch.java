package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Looks for lasting rises: the watch for drops on the mirror image of the answers, where the best one is the worst.
 *
 * <p>Praise can wait, so only days are judged that are sealed: no response costs anything, a retraction within the open
 * days is exact, and a rise is told two to three days after the day that proved it. It never changes what is said of
 * drops: what is usual is learned apart, from the days that prove neither, so that a rise does not quietly become the
 * usual.
 */
final class RiseWatch {

    /** Days of the trail. Fewer than a drop's, because every key carries them with every change. */
    static final int TRAIL_DAYS = 28;

    private final WatchRule rule;
    /** Becomes the mirror image of each day that is sealed; nothing of it is kept. */
    private final OpenDay day;

    private final Evidence evidence = new Evidence();
    private final Trail trail = new Trail(TRAIL_DAYS);
    private final Recovery end = new Recovery();
    private final NewLevel level = new NewLevel();
    private Learning learning = new Learning();
    private boolean open;

    /** Works on {@code day}, which other watches may work on too, one after the other. */
    RiseWatch(WatchRule rule, OpenDay day) {
        this.rule = rule;
        this.day = day;
    }

    boolean isOpen() {
        return open;
    }

    /** Returns what is learned, not mirrored, of the days since the open rise began. */
    NewLevel level() {
        return level;
    }

    /** Begins anew, with what has been learned for drops. */
    void restart(Learning usual) {
        learning = usual.mirrored();
        evidence.clear();
        trail.clear();
        end.clear();
        open = false;
    }

    /** Throws away the days that wait to be learned, as at an alarm. */
    void dropPending() {
        learning.dropPending();
    }

    /**
     * Takes a day in for good.
     *
     * @param gap the days since the one before
     * @param dropYears the years in which chance alone shows as much evidence of a drop as there is
     * @param atMs when the response was given that had the day sealed, in epoch milliseconds
     */
    void seal(OpenDay sealed, int gap, double dropYears, long atMs, WatchListener listener) {
        day.mirror(sealed);
        if (open) {
            level.seal(sealed);
            judgeEnd(gap, atMs, listener);
            learning.skip();
            return;
        }
        judge(gap);
        if (evidence.level() >= 1) {
            open(atMs, listener);
            learning.skip();
        } else if (!sealed.learns()) {
            learning.skip();
        } else {
            learning.learn(day, Math.max(dropYears, rule.years(evidence.level())));
        }
    }

    private void judge(int gap) {
        Baseline usual = learning.baseline();
        if (!learning.suffices() || !usual.leavesRoom(day.weekday())) {
            return;
        }
        day.judge(TiltOdds.freeze(usual, day.weekday()));
        evidence.seal(day, gap, rule);
        trail.add(day, usual, evidence.level());
    }

    private void open(long atMs, WatchListener listener) {
        WatchEvent.Rise rise = DropEstimate.describe(evidence, learning.baseline(), day.day(), atMs, rule, trail.days())
                .mirrored();
        open = true;
        end.begin(rise.rise());
        level.begin(rise.sinceLocalMs());
        learning.dropPending();
        evidence.clear();
        trail.clear();
        listener.rose(rise);
    }

    private void judgeEnd(int gap, long atMs, WatchListener listener) {
        day.judge(RecoveryOdds.freeze(learning.baseline(), day.weekday(), end.drop()));
        end.seal(day, gap);
        if (end.level() >= 1) {
            open = false;
            end.clear();
            listener.fellBack(new WatchEvent.RiseEnded(atMs));
        }
    }

    void write(RowWriter out) {
        out.octet(open ? 1 : 0);
        learning.write(out);
        if (open) {
            end.write(out);
            level.write(out);
        } else if (learning.suffices()) {
            evidence.write(out);
            trail.write(out);
        }
    }

    /** Reads what was held to {@code targetDays} between false findings. */
    void read(RowReader in, double targetDays) {
        open = in.octet() == 1;
        learning.read(in);
        if (open) {
            end.read(in);
            level.read(in);
        } else if (learning.suffices()) {
            evidence.read(in);
            trail.read(in);
            if (targetDays != rule.targetDays()) {
                evidence.rescale(targetDays / rule.targetDays());
                trail.rescale(targetDays / rule.targetDays());
            }
        }
    }
}

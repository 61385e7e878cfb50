package heed.topology.watch;

import heed.schemas.Audience;
import heed.topology.watch.mix.AnswerNoise;
import java.util.Optional;

/**
 * Watches one key: one measure of a hospital, or of one of its units.
 *
 * <p>About 8 KB, nearly all primitives. Nothing is allocated per response (some 3 KB per day), and most responses cost a few additions: the
 * evidence is computed only where the response may have brought it to 1. Not safe for use by several threads.
 */
public final class WatchKey {

    private final WatchRule rule;
    private final OpenDays days = new OpenDays();
    private final Evidence evidence = new Evidence();
    private final Trail trail = new Trail(Trail.LONGEST);
    private final OpenDrop drop = new OpenDrop();
    private final RiseWatch rises;
    private Learning learning = new Learning();
    private WatchStatus status = WatchStatus.LEARNING;
    private long late;

    public WatchKey(WatchRule rule) {
        this.rule = rule;
        this.rises = new RiseWatch(rule);
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
            if (evidence.mayReach(1, day, loss)) {
                judgeDrop(localDay, at, listener);
            }
        } else if (status == WatchStatus.ALARM) {
            drop.answers().add(localDay, hour, loss, at);
            boolean surer = evidence.mayReach(rule.publishedLevel(), day, loss);
            judgeOpenDrop(at, listener);
            if (surer) {
                judgeAudience(at, listener);
            }
        }
    }

    /**
     * Takes back a response that was counted with the same day, hour and loss. Taking a good answer away can open a
     * drop; taking bad ones away never closes one. To be followed by {@link #review}.
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
            drop.answers().remove(localDay, hour, loss, at);
            judgeOpenDrop(at, listener);
            judgeAudience(at, listener);
        }
    }

    /**
     * Says whether the open drop's alarm would still be raised, if that has changed. Called after a withdrawal or a whole
     * correction, that is once what replaces the retracted response is counted: in between nothing is to be said. Answers that
     * merely come late are no reason to ask; the next review counts them.
     */
    public void review(long at, WatchListener listener) {
        if (status == WatchStatus.ALARM) {
            drop.answers().review(at).ifPresent(listener::revised);
        }
    }

    /**
     * Makes the level since the open drop began, or else since the open rise did, the usual one, and closes both. Where neither is open, it
     * learns from nothing. Only ever a person's decision.
     *
     * @param at when the person made it, in epoch milliseconds
     */
    public void rebaseline(long at, WatchListener listener) {
        NewLevel level = status == WatchStatus.ALARM ? drop.level() : rises.level();
        boolean fallen = status == WatchStatus.ALARM;
        boolean risen = rises.isOpen();
        learning = fallen || risen ? level.learned() : new Learning();
        days.restart(day -> (fallen || risen) && level.belongs(day));
        drop.clear();
        evidence.clear();
        trail.clear();
        rises.restart(learning);
        status = learning.suffices() ? WatchStatus.NORMAL : WatchStatus.LEARNING;
        if (fallen) {
            listener.dropRebaselined(new WatchEvent.Rebaselined(at));
        }
        if (risen) {
            listener.riseRebaselined(new WatchEvent.Rebaselined(at));
        }
        if (status == WatchStatus.NORMAL) {
            listener.learned(DropEstimate.describe(learning.baseline(), at));
        }
    }

    private OpenDay open(long localDay, long at, WatchListener listener) {
        while (days.mustSealBefore(localDay)) {
            seal(days.get(0), at, listener);
            days.sealOldest();
        }
        OpenDay opened = days.open(localDay);
        Baseline baseline = learning.baseline();
        if (status != WatchStatus.ALARM) {
            opened.observe();
        } else {
            opened.judge(RecoveryOdds.freeze(baseline, opened.weekday(), drop.size()));
        }
        if (status != WatchStatus.LEARNING && !drop.isPublished()) {
            opened.judge(DropOdds.freeze(baseline, opened.weekday()));
        }
        evidence.forgetCeiling();
        return opened;
    }

    private void seal(OpenDay oldest, long at, WatchListener listener) {
        int gap = days.gap(0);
        if (oldest.judgesDrop()) {
            evidence.seal(oldest, gap, rule);
        }
        if (status == WatchStatus.ALARM) {
            drop.seal(oldest, gap);
        } else if (oldest.judgesDrop()) {
            trail.add(oldest, learning.baseline(), evidence.level());
        }
        rises.seal(oldest, gap, oldest.judgesDrop() ? rule.years(evidence.level()) : 0, at, listener);
        learn(oldest);
        if (status == WatchStatus.LEARNING && learning.suffices()) {
            status = WatchStatus.NORMAL;
            listener.learned(DropEstimate.describe(learning.baseline(), at));
        }
    }

    private void learn(OpenDay sealed) {
        if (!sealed.learns()) {
            learning.skip();
        } else if (sealed.judgesDrop()) {
            learning.learn(sealed, rule.years(evidence.level()));
        } else {
            learning.learn(sealed);
        }
    }

    private void judgeDrop(long localDay, long at, WatchListener listener) {
        if (evidence.levelWith(days, rule) < 1) {
            return;
        }
        Baseline baseline = learning.baseline();
        WatchEvent.Alarm alarm = DropEstimate.describe(
                evidence.sealedWith(days, rule),
                baseline,
                localDay,
                at,
                rule,
                trail.with(days, evidence, baseline, rule));
        status = WatchStatus.ALARM;
        drop.begin(alarm, localDay, evidence, days, rule);
        trail.clear();
        learning.dropPending();
        rises.dropPending();
        days.stopLearning();
        if (alarm.audience() == Audience.PUBLISHED) {
            stopEvidence();
        }
        listener.alarm(alarm);
    }

    private void judgeOpenDrop(long at, WatchListener listener) {
        double level = drop.recoveryWith(days);
        if (level < 1) {
            drop.judgeSize(days, learning.baseline(), at).ifPresent(listener::escalated);
            return;
        }
        status = WatchStatus.NORMAL;
        drop.clear();
        evidence.clear();
        days.deactivate();
        listener.recovered(new WatchEvent.Recovered(at, level));
    }

    /**
     * Says once that the evidence suffices for a wider audience. It is the statistic that raised the alarm, not begun anew: a
     * Shiryaev-Roberts statistic that goes on rises by at most 1 a day on average while nothing has changed, so it
     * takes T0 of that audience to reach it, at least. That recoveries set it back only makes it later.
     */
    private void judgeAudience(long at, WatchListener listener) {
        if (status != WatchStatus.ALARM || drop.isPublished()) {
            return;
        }
        double level = evidence.levelWith(days, rule);
        if (rule.audience(level) == Audience.PUBLISHED) {
            stopEvidence();
            listener.confirmed(new WatchEvent.Confirmed(at, level, rule.years(level)));
        }
    }

    private void stopEvidence() {
        drop.publish();
        evidence.clear();
        days.stopEvidence();
    }

    /** Returns what the watch knows now. What goes on being gathered for an open drop is no evidence of a new one. */
    public WatchState snapshot() {
        Baseline baseline = learning.baseline();
        return new WatchState(
                status,
                baseline.count(),
                baseline.days(),
                1 - baseline.mean(),
                baseline.correlation(),
                status == WatchStatus.ALARM ? 0 : evidence.levelWith(days, rule),
                drop.recoveryWith(days),
                late);
    }

    /** Returns how much the answers here scatter by chance. */
    public AnswerNoise noise() {
        Baseline baseline = learning.baseline();
        return new AnswerNoise(DropEstimate.spread(baseline), baseline.correlation());
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
        if (status == WatchStatus.ALARM) {
            drop.write(out);
        }
        if (status != WatchStatus.LEARNING && !drop.isPublished()) {
            evidence.write(out);
            trail.write(out);
        }
        rises.write(out);
    }

    /** Reads a state; one that was held to another time between false alarms is taken over to this rule's. */
    void read(StateReader in) {
        double targetDays = in.getDouble();
        readLearned(in);
        if (status == WatchStatus.ALARM) {
            drop.read(in);
        }
        readEvidence(in, targetDays);
        rises.read(in, targetDays);
    }

    /** Reads a state of version 3, which knew no rises: they are looked for from now on, with what was learned for drops. */
    void readThirdVersion(StateReader in) {
        double targetDays = in.getDouble();
        readLearned(in);
        if (status == WatchStatus.ALARM) {
            drop.readThirdVersion(in);
        }
        readEvidence(in, targetDays);
        rises.restart(learning);
    }

    private void readEvidence(StateReader in, double targetDays) {
        if (status != WatchStatus.LEARNING && !drop.isPublished()) {
            evidence.read(in);
            trail.read(in);
            takeOver(targetDays);
        }
    }

    /** Reads a state of version 2: its trail begins now, and so does the evidence for a wider audience of a drop that is open. */
    void readSecondVersion(StateReader in) {
        double targetDays = in.getDouble();
        readLearned(in);
        switch (status) {
            case LEARNING -> {}
            case NORMAL -> {
                evidence.read(in);
                takeOver(targetDays);
            }
            case ALARM -> drop.readSecondVersion(in);
        }
        rises.restart(learning);
    }

    /** Reads a state of version 1, which did not tell its rule either: its evidence is taken as of this rule. */
    void readFirstVersion(StateReader in) {
        readLearned(in);
        switch (status) {
            case LEARNING -> {}
            case NORMAL -> evidence.read(in);
            case ALARM -> drop.readFirstVersion(in);
        }
        rises.restart(learning);
    }

    private void takeOver(double targetDays) {
        if (targetDays != rule.targetDays()) {
            evidence.rescale(targetDays / rule.targetDays());
            trail.rescale(targetDays / rule.targetDays());
        }
    }

    private void readLearned(StateReader in) {
        status = WatchStatus.ofCode(in.get());
        late = in.getUnsigned();
        days.read(in);
        learning.read(in);
    }
}

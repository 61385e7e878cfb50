package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers given until an alarm, as they are known now: says whether the alarm would be raised from them today.
 *
 * <p>Holds the tallies of the days that were open at the alarm, with what was sealed before them and the odds that they
 * were judged by. Answers of those days that were given until the alarm still go in and out, as long as their day is
 * open, so this is a function of tallies too: order does not matter and a retraction is exact. An answer counts as
 * given until the alarm if its time is not after that of the response that raised it, or its hour is before the newest
 * hour that had answers then: a late answer can raise an alarm from newer ones.
 */
final class AlarmAnswers {

    /** A gap is at most 7, so the odds' code has room above it. */
    private static final int CODE_BIT = 3;

    private final double[] sealedLevel = new double[DropOdds.FALLS];
    private Day[] days = {};
    private @Nullable WatchRule rule;
    private long raisedAtMs;
    private long newestHour;
    private boolean raised;

    /** One of the days that were open at the alarm. */
    private static final class Day {

        private final long date;
        private final int gap;
        private final DropOdds odds;
        private final HourTally hours = new HourTally();
        private final double[] whole = new double[DropOdds.FALLS];
        private final double[] later = new double[DropOdds.FALLS];

        Day(long date, int gap, DropOdds odds) {
            this.date = date;
            this.gap = gap;
            this.odds = odds;
        }

        static Day read(RowReader in) {
            long date = in.number();
            int gapAndCode = in.octet();
            DropOdds odds = DropOdds.read(in, gapAndCode >> CODE_BIT);
            Day day = new Day(date, gapAndCode & WatchRule.LONGEST_GAP, odds);
            day.hours.suit(odds);
            day.hours.read(in);
            return day;
        }
    }

    /** Keeps what an alarm was raised from; {@code evidence} is that of the sealed days. */
    void begin(Evidence evidence, OpenDays open, WatchRule heldTo, long atMs) {
        evidence.copyLevel(sealedLevel);
        rule = heldTo;
        raisedAtMs = atMs;
        newestHour = Long.MIN_VALUE;
        raised = true;
        int judged = 0;
        for (int i = 0; i < open.size(); i++) {
            judged += open.get(i).judgesDrop() ? 1 : 0;
        }
        days = new Day[judged];
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenDay day = open.get(i);
            if (day.judgesDrop()) {
                Day kept = new Day(day.day(), open.gap(i), day.dropOdds().copy());
                kept.hours.copy(day.hours());
                days[--judged] = kept;
                if (day.count() > 0) {
                    newestHour =
                            Math.max(newestHour, hourOf(day.day(), day.hours().lastHour()));
                }
            }
        }
    }

    void clear() {
        days = new Day[0];
        rule = null;
    }

    void add(long date, int hour, int loss, long atMs) {
        Day day = find(date);
        if (day != null && isUntilAlarm(date, hour, atMs)) {
            day.hours.add(hour, loss);
        }
    }

    void remove(long date, int hour, int loss, long atMs) {
        Day day = find(date);
        if (day != null && isUntilAlarm(date, hour, atMs) && day.hours.mayHold(hour, loss)) {
            day.hours.remove(hour, loss);
        }
    }

    private @Nullable Day find(long date) {
        for (Day day : days) {
            if (day.date == date) {
                return day;
            }
        }
        return null;
    }

    private boolean isUntilAlarm(long date, int hour, long atMs) {
        return atMs <= raisedAtMs || hourOf(date, hour) < newestHour;
    }

    private static long hourOf(long date, int hour) {
        return date * WatchRule.BLOCKS + hour;
    }

    /** Passes over a day that is sealed: once none is left, nothing here can change. */
    void seal(long date) {
        if (days.length > 0 && days[days.length - 1].date <= date) {
            clear();
        }
    }

    /** Returns whether the alarm would be raised from what is known now, where that is not what was said last. */
    Optional<WatchEvent.Revised> review(long atMs, WeighingRoom room) {
        if (days.length == 0) {
            return Optional.empty();
        }
        boolean today = level(room) >= 1;
        if (today == raised) {
            return Optional.empty();
        }
        raised = today;
        return Optional.of(new WatchEvent.Revised(atMs, today));
    }

    private double level(WeighingRoom room) {
        WatchRule heldTo = rule();
        double[] level = sealedLevel.clone();
        for (Day day : days) {
            room.weigh(day.hours, day.odds, day.whole, day.later);
            for (int j = 0; j < DropOdds.FALLS; j++) {
                level[j] = Evidence.absorb(
                        level[j], day.whole[j], day.later[j], heldTo.firstBlockWeight(day.gap), heldTo.blockWeight());
            }
        }
        return Evidence.mean(level);
    }

    private WatchRule rule() {
        return Objects.requireNonNull(rule, "the answers of an alarm are kept with its rule");
    }

    void write(RowWriter out) {
        out.octet(days.length);
        if (days.length == 0) {
            return;
        }
        out.real(rule().targetDays());
        out.number(raisedAtMs);
        out.number(newestHour);
        out.octet(raised ? 1 : 0);
        for (double level : sealedLevel) {
            out.real(level);
        }
        for (Day day : days) {
            out.number(day.date);
            out.octet(day.gap | day.odds.code() << CODE_BIT);
            day.odds.write(out);
            day.hours.write(out);
        }
    }

    void read(RowReader in) {
        clear();
        int size = in.octet();
        if (size == 0) {
            return;
        }
        rule = new WatchRule(in.real());
        raisedAtMs = in.number();
        newestHour = in.number();
        raised = in.octet() == 1;
        for (int j = 0; j < DropOdds.FALLS; j++) {
            sealedLevel[j] = in.real();
        }
        days = new Day[size];
        for (int i = 0; i < size; i++) {
            days[i] = Day.read(in);
        }
    }
}

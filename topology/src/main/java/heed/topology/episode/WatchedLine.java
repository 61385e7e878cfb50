package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one measure at one hospital: since when it is watched, how strictly, and its alarms.
 *
 * <p>It counts as watched from the first day on, also while it learns anew or is silent: the more may be flagged by
 * chance, the fewer episodes there are.
 */
final class WatchedLine {

    /** Alarms that are kept, the newest: a measure that is held to a year between two has as many in a century. */
    static final int MOST = 100;

    private static final int VERSION = 1;

    private final List<Alarm> alarms = new ArrayList<>();
    private long sinceMs = Long.MAX_VALUE;
    private double falseAlarmDays = 1;

    /** One alarm: when, and the arrival of the response that raised it. */
    record Alarm(long atMs, long asOfMs) {}

    /** Takes in what the watch told. */
    void take(Flag flag) {
        falseAlarmDays = flag.getFalseAlarmDays();
        sinceMs = Math.min(sinceMs, flag.getAt().toEpochMilli());
        if (flag.getKind() == FlagKind.RAISED) {
            alarms.add(new Alarm(flag.getAt().toEpochMilli(), flag.getAsOf().toEpochMilli()));
            if (alarms.size() > MOST) {
                alarms.remove(0);
            }
        }
    }

    List<Alarm> alarms() {
        return alarms;
    }

    /** Returns when it began to be watched. */
    long sinceMs() {
        return sinceMs;
    }

    /** Returns how many false alarms a day it is allowed. */
    double rate() {
        return 1 / falseAlarmDays;
    }

    void write(RowWriter row) {
        row.octet(VERSION).number(sinceMs).real(falseAlarmDays);
        alarms.forEach(alarm -> row.number(alarm.atMs).number(alarm.asOfMs));
    }

    static WatchedLine read(RowReader row) {
        row.requireVersion(VERSION, "episode state");
        WatchedLine line = new WatchedLine();
        line.sinceMs = row.number();
        line.falseAlarmDays = row.real();
        while (row.hasMore()) {
            line.alarms.add(new Alarm(row.number(), row.number()));
        }
        return line;
    }
}

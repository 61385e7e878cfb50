package heed.topology.watch;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The acts about one key: those that wait for their time, and the last that took effect, by which one sent again is
 * known.
 */
final class MeasureActs {

    private final List<Act> waiting = new ArrayList<>(0);
    private String last = "";

    /** Lets an act wait for its time; returns false where it is known already. */
    boolean take(Act act) {
        if (act.id().equals(last) || waiting.stream().anyMatch(each -> each.id().equals(act.id()))) {
            return false;
        }
        return waiting.add(act);
    }

    boolean anyWaiting() {
        return !waiting.isEmpty();
    }

    /** Takes out the acts whose time has come, in the order in which they came. */
    List<Act> takeDue(long arrivalMs) {
        List<Act> due = waiting.stream().filter(act -> act.isDue(arrivalMs)).toList();
        if (!due.isEmpty()) {
            waiting.removeAll(due);
            last = due.get(due.size() - 1).id();
        }
        return due;
    }

    /** Writes the acts; nothing where there are none. */
    void write(RowWriter row) {
        if (!last.isEmpty() || anyWaiting()) {
            row.text(last).number(waiting.size());
            waiting.forEach(act -> act.write(row));
        }
    }

    void read(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        RowReader row = new RowReader().of(bytes);
        last = row.text();
        for (int left = row.count(); left > 0; left--) {
            waiting.add(Act.read(row));
        }
    }
}

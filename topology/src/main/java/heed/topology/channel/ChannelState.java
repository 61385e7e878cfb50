package heed.topology.channel;

import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.store.HeapState;
import heed.topology.time.UtcDay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one partition's hospitals, a row a hospital, questionnaire and day.
 *
 * <p>Retention: a row is kept until the ledger has closed every day that a response in it is kept under, and what
 * arrives on the first day that is still open would be too late for it; its last record stays on the output topic.
 */
final class ChannelState implements HeapState {

    private final long latenessMs;
    private final DayRows rows;
    private final Map<String, Map<MeasureGroup, HospitalDays>> days = new HashMap<>();
    private final Map<String, Long> sweptThrough = new HashMap<>();
    private final List<DayRow> changed = new ArrayList<>();
    private final List<byte[]> deleted = new ArrayList<>();

    ChannelState(Duration lateness, Places places, MeasureCatalogue catalogue) {
        this.latenessMs = lateness.toMillis();
        this.rows = new DayRows(places, catalogue);
    }

    /** Puts a change into the days that it touches; published figures touch none. */
    void apply(Change change) {
        Answers out = change.datedOut();
        Answers in = change.datedIn();
        if (out != null) {
            move(out, -1, change.ledgerDay(), change.asOfMs());
        }
        if (in != null) {
            move(in, 1, change.ledgerDay(), change.asOfMs());
        }
        sweep(change.response().answers().place().hospital(), change.closedDay());
    }

    private void move(Answers answers, int sign, long ledgerDay, long asOfMs) {
        if (answers.count() == 0) {
            return;
        }
        DayRow row = at(answers);
        row.add(answers, sign);
        row.ledgerDay = Math.max(row.ledgerDay, ledgerDay);
        row.asOfMs = Math.max(row.asOfMs, asOfMs);
        if (!row.changed) {
            row.changed = true;
            changed.add(row);
        }
    }

    private DayRow at(Answers answers) {
        MeasureGroup group = answers.measure(0).group();
        Place hospital = answers.place().whole();
        return daysOf(hospital.hospital(), group).at(hospital, group, answers.givenAtMs());
    }

    private HospitalDays daysOf(String hospital, MeasureGroup group) {
        return days.computeIfAbsent(hospital, code -> new HashMap<>())
                .computeIfAbsent(group, each -> new HospitalDays());
    }

    private void sweep(String hospital, long closedDay) {
        if (closedDay == Long.MIN_VALUE || closedDay <= sweptThrough.getOrDefault(hospital, Long.MIN_VALUE)) {
            return;
        }
        sweptThrough.put(hospital, closedDay);
        days.getOrDefault(hospital, Map.of())
                .values()
                .forEach(ofGroup -> ofGroup.removeIf(row -> isDone(row, closedDay)));
    }

    private boolean isDone(DayRow row, long closedDay) {
        boolean done = !row.changed
                && row.ledgerDay <= closedDay
                && row.day.endMs() + latenessMs <= UtcDay.startMs(closedDay + 1);
        if (done) {
            deleted.add(rows.key(row));
        }
        return done;
    }

    /** Hands over every day that has changed; called before the changes are written. */
    void forEachChanged(Consumer<DayRow> action) {
        changed.forEach(action);
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        DayRow row = rows.read(key, value);
        HospitalDays ofGroup = daysOf(row.place.hospital(), row.group);
        if (value == null) {
            ofGroup.remove(row.day.startMs());
        } else {
            ofGroup.put(row);
        }
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        deleted.forEach(key -> changelog.write(key, null));
        deleted.clear();
        for (DayRow row : changed) {
            row.changed = false;
            changelog.write(rows.key(row), rows.value(row));
        }
        changed.clear();
    }
}

package heed.topology.score;

import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.store.HeapState;
import heed.topology.time.UtcDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The panes of one partition.
 *
 * <p>Retention: a pane is kept until its window is final, the ledger has closed every day that a response in it is kept
 * under, and what arrives on the first day that is still open would be too late for it. From then on nothing can change
 * it, and it is deleted; its last score stays on the output topic.
 */
final class ScoreState implements HeapState {

    private final ScoreRules rules;
    private final long latenessMs;
    private final PaneRows rows;
    private final Map<String, HospitalPanes> hospitals = new HashMap<>();
    private final WaitingChanges waiting;
    private final OpenPanes open = new OpenPanes();
    /** Made once: each response asks what has ended. */
    private final Consumer<PaneRow> sayAll = this::sayAll;

    private final List<PaneRow> changed = new ArrayList<>();
    private final List<byte[]> deleted = new ArrayList<>();
    /** Panes in windows that the rules do not have of units any more. */
    private final List<PaneRow> dropped = new ArrayList<>();

    /** Windows that ended by then are final; time never runs back. */
    private long closedThroughMs = Long.MIN_VALUE;

    private long closedThroughWrittenMs = Long.MIN_VALUE;

    ScoreState(ScoreRules rules, Places places, MeasureCatalogue catalogue) {
        this.rules = rules;
        this.latenessMs = rules.lateness().toMillis();
        this.rows = new PaneRows(places, catalogue);
        this.waiting = new WaitingChanges(new PaneMoves(rules, this::list));
    }

    /** Puts a change into every pane that it touches, after those that wait. */
    void apply(Change change) {
        HospitalPanes hospital = await(change);
        applyWaiting();
        sweep(hospital, change);
    }

    /** Has a change wait until {@link #applyWaiting}, until too many wait, or until its hospital forgets panes. */
    void applyWithCommit(Change change) {
        HospitalPanes hospital = await(change);
        if (waiting.isLong()) {
            applyWaiting();
        }
        sweep(hospital, change);
    }

    private HospitalPanes await(Change change) {
        HospitalPanes hospital = hospital(change.response().answers().place().hospital());
        waiting.add(hospital, change);
        return hospital;
    }

    private void sweep(HospitalPanes hospital, Change change) {
        long closedDay = change.closedDay();
        if (hospital.isSweepDue(closedDay)) {
            waiting.applyAt(hospital);
            hospital.sweep(closedDay, doneFrom(closedDay), row -> isDone(row, closedDay));
        }
    }

    /** Puts the changes that wait into their panes; called before anything is handed over. */
    void applyWaiting() {
        waiting.applyAll();
    }

    private HospitalPanes hospital(String code) {
        HospitalPanes known = hospitals.get(code);
        if (known == null) {
            known = new HospitalPanes(this::keepOpen);
            hospitals.put(code, known);
        }
        return known;
    }

    /** Makes final what ended at least the lateness before {@code instantMs}. */
    void advanceTo(long instantMs) {
        closedThroughMs = Math.max(closedThroughMs, instantMs - latenessMs);
        open.closeThrough(closedThroughMs, sayAll);
    }

    private void sayAll(PaneRow row) {
        list(row);
        row.sayAll();
    }

    /** Returns by when a window must have ended to be final. */
    long closedThroughMs() {
        return closedThroughMs;
    }

    /** Hands over every pane with changed scores; called before the changes are written. */
    void forEachChanged(Consumer<PaneRow> action) {
        changed.forEach(action);
    }

    /** Hands over, once, the panes whose rows are to be taken back. */
    void forEachDropped(Consumer<PaneRow> action) {
        dropped.forEach(action);
        dropped.clear();
    }

    private void list(PaneRow row) {
        if (!row.listed) {
            row.listed = true;
            changed.add(row);
        }
    }

    /** Returns by when a window must have ended to be final, and what arrives on the first open day too late for it. */
    private long doneFrom(long closedDay) {
        return Math.min(closedThroughMs, UtcDay.startMs(closedDay + 1) - latenessMs);
    }

    private boolean isDone(PaneRow row, long closedDay) {
        boolean done = !row.listed && row.ledgerDay <= closedDay;
        if (done) {
            deleted.add(rows.key(row));
        }
        return done;
    }

    private void keepOpen(PaneRow row) {
        if (!row.endsBy(closedThroughMs)) {
            open.add(row);
        }
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        if (PaneRows.isClosedThrough(key)) {
            closed(PaneRows.readClosedThrough(
                    Objects.requireNonNull(value, "the row of what is closed is never deleted")));
            return;
        }
        PaneRow row = rows.read(key, value);
        PlacePanes ofPlace = hospital(row.place.hospital()).of(row.place, row.group);
        if (value == null) {
            ofPlace.remove(row.window, row.span.startMs());
        } else {
            ofPlace.restore(row);
        }
    }

    /** Hours of units cannot begin later: what was counted before could be taken out of them, and was never put in. */
    private void closed(PaneRows.Closed before) {
        if (before.unitsFrom().compareTo(rules.unitsFrom()) > 0) {
            throw new IllegalStateException("pipeline.unit-windows-from was " + before.unitsFrom()
                    + " until now and cannot become " + rules.unitsFrom()
                    + " while what was counted is kept: set it back, or take another pipeline.application-id and"
                    + " replay");
        }
        closedThroughMs = before.throughMs();
        closedThroughWrittenMs = before.unitsFrom() == rules.unitsFrom() ? closedThroughMs : Long.MIN_VALUE;
    }

    /**
     * Finds out, after a restore, which panes are not final yet, and lets go of those that the rules have no more. What
     * had become final before the last commit has been said to be.
     */
    void restored() {
        open.clear();
        hospitals
                .values()
                .forEach(hospital -> hospital.forEach(ofPlace -> {
                    ofPlace.removeIf(this::isDropped);
                    ofPlace.forEach(this::keepOpen);
                }));
    }

    private boolean isDropped(PaneRow row) {
        boolean gone = !rules.says(row.place, row.window);
        if (gone) {
            dropped.add(row);
            deleted.add(rows.key(row));
        }
        return gone;
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        deleted.forEach(key -> changelog.write(key, null));
        deleted.clear();
        for (PaneRow row : changed) {
            if (row.dirty) {
                row.dirty = false;
                changelog.write(rows.key(row), rows.value(row));
            }
            row.changed = 0;
            row.listed = false;
        }
        changed.clear();
        if (closedThroughMs != closedThroughWrittenMs) {
            closedThroughWrittenMs = closedThroughMs;
            changelog.write(
                    rows.closedThroughKey(),
                    rows.closedThrough(new PaneRows.Closed(closedThroughMs, rules.unitsFrom())));
        }
    }
}

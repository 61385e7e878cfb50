package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import heed.topology.store.HeapState;
import heed.topology.time.UtcDay;
import java.util.ArrayList;
import java.util.List;
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

    private static final Window[] KINDS = Window.values();

    private final ScoreRules rules;
    private final long latenessMs;
    private final PaneRows rows;
    private final PaneTable panes = new PaneTable(this::keepOpen);
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
    }

    /** Puts a change into every pane that it touches. */
    void apply(Change change) {
        if (change.out() != null) {
            move(change.out(), change.in(), -1, change);
        }
        if (change.in() != null) {
            move(change.in(), change.out(), 1, change);
        }
        long closedDay = change.closedDay();
        panes.sweep(change.response().answers().place().hospital(), closedDay, row -> isDone(row, closedDay));
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

    /** Puts answers in (sign 1) or takes them out (-1); {@code others} replace them or are replaced by them. */
    private void move(Answers answers, @Nullable Answers others, int sign, Change change) {
        if (answers.count() == 0) {
            return;
        }
        move(answers.place().whole(), answers, others, sign, change);
        if (!answers.place().isWhole()) {
            move(answers.place(), answers, others, sign, change);
        }
    }

    private void move(Place place, Answers answers, @Nullable Answers others, int sign, Change change) {
        PlacePanes ofPlace = panes.of(place, answers.measure(0).group());
        for (Window kind : KINDS) {
            if (!answers.countIn(kind) || !rules.says(place, kind)) {
                continue;
            }
            PaneRow row = ofPlace.at(kind, answers.givenAtMs());
            list(row);
            keep(row, change);
            Answers within = row.holds(others) ? others : null;
            // Days come before months, so that the day has been changed when its month follows it.
            PaneRow day = row.hasDays() && answers.isDated() ? ofPlace.at(Window.DAY, answers.givenAtMs()) : null;
            Answers kept = row.hasDays() && !isOfTheSameDay(day, within) ? null : within;
            for (int i = 0; i < answers.count(); i++) {
                if (!isSame(answers, i, kept)) {
                    ScoredMeasure measure = answers.measure(i);
                    row.add(measure.slot(), sign, answers.points(i), change.asOfMs());
                    if (day != null) {
                        row.follow(day, measure.slot(), sign, answers.points(i));
                    }
                    // A row that answers are taken out of and put into is restated once.
                    if (change.out() != null && (sign < 0 || within == null || within.indexOf(measure) < 0)) {
                        row.restate(measure.slot());
                    }
                }
            }
        }
    }

    /** Says whether other answers have the day that these have; null is none, as published figures have. */
    private static boolean isOfTheSameDay(@Nullable PaneRow day, @Nullable Answers others) {
        return others != null && (day == null ? !others.isDated() : day.holds(others));
    }

    /** Says whether a correction leaves the i-th measure as it was. */
    private static boolean isSame(Answers answers, int i, @Nullable Answers others) {
        if (others == null) {
            return false;
        }
        int other = others.indexOf(answers.measure(i));
        return other >= 0 && others.points(other) == answers.points(i);
    }

    /** Keeps a pane for as long as the response can be corrected, also where it has changed nothing in it. */
    private static void keep(PaneRow row, Change change) {
        if (change.ledgerDay() > row.ledgerDay) {
            row.ledgerDay = change.ledgerDay();
            row.dirty = true;
        }
    }

    private void list(PaneRow row) {
        if (!row.listed) {
            row.listed = true;
            changed.add(row);
        }
    }

    private boolean isDone(PaneRow row, long closedDay) {
        long firstOpen = UtcDay.startMs(closedDay + 1);
        boolean done = row.endsBy(closedThroughMs)
                && !row.listed
                && row.ledgerDay <= closedDay
                && row.span.endMs() + latenessMs <= firstOpen;
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
        PlacePanes ofPlace = panes.of(row.place, row.group);
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
        panes.forEach(ofPlace -> {
            ofPlace.removeIf(this::isDropped);
            ofPlace.forEach(this::keepOpen);
        });
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

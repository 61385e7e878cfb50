package heed.topology.score;

import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The panes of one hospital and its units, and the changes that wait to be put into them. */
final class HospitalPanes {

    /** Room for so many changes that wait is kept. */
    private static final int KEPT_ROOM = 64;

    private final Consumer<PaneRow> created;
    private final Map<MeasureGroup, Map<Place, PlacePanes>> byGroup = new HashMap<>();
    private final List<PlacePanes> places = new ArrayList<>();
    private @Nullable PaneChange[] waiting = {};
    private int waitingCount;
    private long sweptThrough = Long.MIN_VALUE;

    /** Tells {@code created} of every pane that is made. */
    HospitalPanes(Consumer<PaneRow> created) {
        this.created = created;
    }

    /** Returns the panes of a questionnaire at a place of the hospital, none at first sight. */
    PlacePanes of(Place place, MeasureGroup group) {
        Map<Place, PlacePanes> ofGroup = byGroup.get(group);
        if (ofGroup == null) {
            ofGroup = new HashMap<>();
            byGroup.put(group, ofGroup);
        }
        PlacePanes found = ofGroup.get(place);
        if (found == null) {
            found = new PlacePanes(place, group, created);
            ofGroup.put(place, found);
            places.add(found);
        }
        return found;
    }

    /** Hands over the panes of every place. */
    void forEach(Consumer<PlacePanes> action) {
        places.forEach(action);
    }

    /** Lets a change wait; says whether it is the first. */
    boolean await(PaneChange change) {
        if (waitingCount == waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(4, 2 * waitingCount));
        }
        waiting[waitingCount++] = change;
        return waitingCount == 1;
    }

    /** Hands over the changes that wait, in the order in which they came, and lets none wait any more. */
    void takeWaiting(PaneMoves moves) {
        for (int i = 0; i < waitingCount; i++) {
            moves.apply(Objects.requireNonNull(waiting[i], "so many wait"), this);
            waiting[i] = null;
        }
        waitingCount = 0;
        if (waiting.length > KEPT_ROOM) {
            waiting = new PaneChange[0];
        }
    }

    /** Says whether the ledger has closed a day since panes were forgotten last. */
    boolean isSweepDue(long closedDay) {
        return closedDay > sweptThrough;
    }

    /** Forgets the panes that ended by {@code endMs} and are done, after the ledger has closed a day. */
    void sweep(long closedDay, long endMs, Predicate<PaneRow> isDone) {
        sweptThrough = closedDay;
        places.forEach(ofPlace -> ofPlace.removeEndedBy(endMs, isDone));
    }
}

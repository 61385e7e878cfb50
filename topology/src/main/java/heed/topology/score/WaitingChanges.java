package heed.topology.score;

import heed.topology.response.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that wait to be put into their panes hospital by hospital, those of one hospital in the order in which they
 * came.
 *
 * <p>Of a backlog each response is about another hospital than the one before, and its panes are some fifteen places of
 * the heap: to change them one response after the other is mostly to wait for memory. No hospital's panes know
 * another's, so the order among hospitals decides nothing.
 */
final class WaitingChanges {

    /** So many are enough for hospitals to have many. */
    private static final int MOST = 50_000;

    /** Room for answers of so many entries with few measures; some questionnaires have fifty. */
    private static final int MOST_ROOM = 500_000;

    /** So many entries are kept once few wait at a commit. */
    private static final int KEPT = 1_000;

    private final PaneMoves moves;
    /** Reused: the first {@link #size} wait, or have waited since all were applied. */
    private final ArrayList<PaneChange> entries = new ArrayList<>();

    private final List<HospitalPanes> hospitals = new ArrayList<>();
    private int size;
    /** Sum of the room for answers that all entries have. */
    private int room;

    WaitingChanges(PaneMoves moves) {
        this.moves = moves;
    }

    /** Lets a change at a hospital wait. */
    void add(HospitalPanes hospital, Change change) {
        if (size == entries.size()) {
            PaneChange made = new PaneChange();
            entries.add(made);
            room += made.room();
        }
        PaneChange entry = entries.get(size++);
        int before = entry.room();
        entry.set(change);
        room += entry.room() - before;
        if (hospital.await(entry)) {
            hospitals.add(hospital);
        }
    }

    /** Says whether no more should wait. */
    boolean isLong() {
        return size >= MOST || room >= MOST_ROOM;
    }

    /** Applies what waits at one hospital. */
    void applyAt(HospitalPanes hospital) {
        hospital.takeWaiting(moves);
    }

    /** Applies all that wait. */
    void applyAll() {
        for (int i = 0; i < hospitals.size(); i++) {
            applyAt(hospitals.get(i));
        }
        hospitals.clear();
        if (room >= MOST_ROOM) {
            keep(0);
        } else if (size <= KEPT) {
            keep(KEPT);
        }
        size = 0;
    }

    private void keep(int most) {
        if (entries.size() <= most) {
            return;
        }
        while (entries.size() > most) {
            room -= entries.remove(entries.size() - 1).room();
        }
        entries.trimToSize();
    }
}

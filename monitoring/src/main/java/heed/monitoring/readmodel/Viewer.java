package heed.monitoring.readmodel;

import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Says what a reader may see and do: the one place of viewers' rights. Pages, answers and events are all written from
 * what {@link ReadModel#seenBy} hands out, so what a viewer does not see is nowhere in them. Viewers of the same rights
 * are equal.
 *
 * <p>Of a comparison a viewer keeps the places of the hospitals seen as a whole; the row of all taken together goes
 * where one of them is hidden. Ranks and the range expected tell of the others, so who does not see all of these is
 * told of months that are closed, which no new answer moves, and as {@link heed.schemas.disclosure.Compared} says.
 */
public interface Viewer {

    /**
     * Tells whether all hospitals are for this viewer: to who sees some alone nothing may be told of which an answer at
     * another moves.
     */
    boolean seesAll();

    /** Tells whether anything of a hospital is for this viewer. */
    boolean sees(String hospital);

    /** Tells whether what is of a unit is for this viewer; null is the hospital as a whole. */
    boolean sees(String hospital, @Nullable String unit);

    /** Tells whether this viewer has a right at all. */
    boolean may(Right right);

    /** Tells whether a drop is for this viewer whose evidence is enough for {@code level}. */
    boolean isTold(Audience level);

    /** Returns what of {@code all} is for this viewer. */
    Snapshot view(Snapshot all);

    /**
     * Returns a viewer of every hospital, who is nobody in particular: for an address that only this machine reaches.
     * They may do everything but administer, since there is nobody who would have to say who they are.
     */
    static Viewer everything() {
        return Unbounded.EVERYTHING;
    }

    /** Returns a viewer of nothing, who may do nothing: for whoever has not shown who they are. */
    static Viewer nobody() {
        return Unbounded.NOTHING;
    }

    /** Returns a viewer of nothing, who may do nothing: for whoever is known and has no rights. */
    static Viewer withoutRights() {
        return Unbounded.WITHOUT_RIGHTS;
    }

    /** Returns the viewer of some rights. */
    static Viewer of(Rights rights) {
        return new RightfulViewer(rights);
    }
}

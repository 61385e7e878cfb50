package heed.monitoring.readmodel;

/**
 * Says whose figures a reader may see: the one place of viewers' rights. Pages, answers and events are all written from
 * what {@link ReadModel#seenBy} hands out, so what a viewer does not see is nowhere in them.
 *
 * <p>Of a comparison a viewer keeps the places of the hospitals seen. What such a row tells of the others, how many
 * they are and what range is expected among them, is made of figures that leave their hospitals anyway; the row of all
 * taken together goes where one of them is hidden.
 */
@FunctionalInterface
public interface Viewer {

    /** Tells whether a hospital's figures are for this viewer. */
    boolean sees(String hospital);

    /** Returns what of {@code all} is for this viewer. */
    default Snapshot view(Snapshot all) {
        return all.seenBy(this);
    }

    /**
     * Returns a viewer of every hospital, who is nobody in particular: for an address that only this machine reaches.
     */
    static Viewer everything() {
        return new Viewer() {

            @Override
            public boolean sees(String hospital) {
                return true;
            }

            @Override
            public Snapshot view(Snapshot all) {
                return all;
            }
        };
    }
}

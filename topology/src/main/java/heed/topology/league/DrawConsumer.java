package heed.topology.league;

/** Takes the ranks of one draw after the other. */
@FunctionalInterface
interface DrawConsumer {

    /**
     * Takes one draw.
     *
     * @param draw number of the draw, from 0
     * @param ranks rank of each hospital, 1 is best; the array is used again for the next draw
     */
    void take(int draw, int[] ranks);
}

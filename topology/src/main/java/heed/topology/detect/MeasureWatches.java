package heed.topology.detect;

/**
 * Makes the watches of one partition. They share the day that each sees in a mirror when it is sealed, and the room
 * that days are weighed in: thousands of keys seal one a day, and would each make both for it. Not safe for use by
 * several threads.
 */
public final class MeasureWatches {

    private final WeighingRoom room = new WeighingRoom();
    private final OpenDay mirror = new OpenDay(room);

    /** Returns a watch that knows nothing yet. */
    public MeasureWatch of(WatchRule rule) {
        return new MeasureWatch(rule, room, mirror);
    }

    /** Returns the watch that gave these bytes to {@link MeasureWatchCodec}. */
    public MeasureWatch read(byte[] bytes, WatchRule rule) {
        return MeasureWatchCodec.decode(bytes, of(rule));
    }
}

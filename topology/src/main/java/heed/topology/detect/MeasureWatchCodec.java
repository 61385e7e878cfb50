package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Writes a {@link MeasureWatch} to bytes and reads it back.
 *
 * <p>A watch that was written and read goes on exactly as the one that was not. Equal states give equal bytes, so bytes
 * tell whether two watches agree. Usually 1,200 to 1,900 bytes, at most 4 KB. The rule belongs to the settings; only
 * its days between false alarms are written, so that evidence can be taken over when they change.
 */
public final class MeasureWatchCodec {

    private static final int VERSION = 5;

    private final RowWriter row = new RowWriter();

    /** Returns a watch's bytes. */
    public byte[] encode(MeasureWatch watch) {
        return write(watch).toBytes();
    }

    /** Returns a watch's bytes as a row, which the next watch is written over. */
    public RowWriter write(MeasureWatch watch) {
        row.clear().octet(VERSION);
        watch.write(row);
        return row;
    }

    /** Returns the watch that gave these bytes. */
    public static MeasureWatch decode(byte[] bytes, WatchRule rule) {
        return decode(bytes, new MeasureWatch(rule));
    }

    /** Has {@code watch}, which knows nothing yet, become the one that gave these bytes, and returns it. */
    static MeasureWatch decode(byte[] bytes, MeasureWatch watch) {
        RowReader in = new RowReader().of(bytes);
        in.requireVersion(VERSION, "watch state");
        watch.read(in);
        if (in.hasMore()) {
            throw new IllegalArgumentException("watch state has " + in.remaining() + " bytes too many");
        }
        return watch;
    }
}

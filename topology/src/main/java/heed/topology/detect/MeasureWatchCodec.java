package heed.topology.detect;

/**
 * Writes a {@link MeasureWatch} to bytes and reads it back.
 *
 * <p>A key that was written and read goes on exactly as the one that was not. Equal states give equal bytes, so bytes
 * tell whether two keys agree. Usually 1,200 to 1,900 bytes, at most 4 KB. The rule belongs to the settings; only its days between false
 * alarms are written, so that evidence can be taken over when they change.
 */
public final class MeasureWatchCodec {

    private static final int VERSION = 4;

    private final StateWriter writer = new StateWriter();

    /** Appends a key to a writer, as one of several in a row. */
    public static void write(MeasureWatch key, StateWriter out) {
        out.put(VERSION);
        key.write(out);
    }

    /** Reads the next key of a row. */
    public static MeasureWatch read(StateReader in, WatchRule rule) {
        int version = in.get();
        MeasureWatch key = new MeasureWatch(rule);
        switch (version) {
            case 1 -> key.readFirstVersion(in);
            case 2 -> key.readSecondVersion(in);
            case 3 -> key.readThirdVersion(in);
            case VERSION -> key.read(in);
            default ->
                throw new IllegalArgumentException(
                        "Watch state has version " + version + ", this program reads versions 1 to " + VERSION);
        }
        return key;
    }

    /** Returns a key's bytes. */
    public byte[] encode(MeasureWatch key) {
        writer.reset();
        write(key, writer);
        return writer.toByteArray();
    }

    /** Returns the key that gave these bytes. */
    public static MeasureWatch decode(byte[] bytes, WatchRule rule) {
        StateReader in = new StateReader(bytes);
        MeasureWatch key = read(in, rule);
        if (in.remaining() > 0) {
            throw new IllegalArgumentException("Watch state has " + in.remaining() + " bytes too many");
        }
        return key;
    }
}

package heed.topology.watch;

/**
 * Writes a {@link WatchKey} to bytes and reads it back.
 *
 * <p>A key that was written and read goes on exactly as the one that was not. Equal states give equal bytes, so bytes
 * tell whether two keys agree. Usually 300 to 750 bytes. The rule belongs to the settings; only its days between false
 * alarms are written, so that evidence can be taken over when they change.
 */
public final class WatchKeyCodec {

    private static final int VERSION = 2;
    private static final int FIRST_VERSION = 1;

    private final StateWriter writer = new StateWriter();

    /** Appends a key to a writer, as one of several in a row. */
    public static void write(WatchKey key, StateWriter out) {
        out.put(VERSION);
        key.write(out);
    }

    /** Reads the next key of a row. */
    public static WatchKey read(StateReader in, WatchRule rule) {
        int version = in.get();
        WatchKey key = new WatchKey(rule);
        switch (version) {
            case FIRST_VERSION -> key.readFirstVersion(in);
            case VERSION -> key.read(in);
            default ->
                throw new IllegalArgumentException(
                        "Watch state has version " + version + ", this program reads versions 1 and " + VERSION);
        }
        return key;
    }

    /** Returns a key's bytes. */
    public byte[] encode(WatchKey key) {
        writer.reset();
        write(key, writer);
        return writer.toByteArray();
    }

    /** Returns the key that gave these bytes. */
    public static WatchKey decode(byte[] bytes, WatchRule rule) {
        StateReader in = new StateReader(bytes);
        WatchKey key = read(in, rule);
        if (in.remaining() > 0) {
            throw new IllegalArgumentException("Watch state has " + in.remaining() + " bytes too many");
        }
        return key;
    }
}

package heed.topology.detect;

/** Where the watch over a key stands. */
public enum WatchStatus {
    /** Too few responses or days yet to say what is usual here: nothing is judged. */
    LEARNING(0),
    /** The usual score is known and holds. */
    NORMAL(1),
    /** A drop is open: nothing is learned, and evidence of recovery is gathered. */
    ALARM(2);

    private final int code;

    WatchStatus(int code) {
        this.code = code;
    }

    /** Returns what stands for the status in stored bytes. */
    int code() {
        return code;
    }

    static WatchStatus ofCode(int code) {
        return switch (code) {
            case 0 -> LEARNING;
            case 1 -> NORMAL;
            case 2 -> ALARM;
            default -> throw new IllegalArgumentException("Watch state has the unknown status " + code);
        };
    }
}

package heed.topology.detect;

import heed.schemas.figures.SeverityScale;

/** How large a fall is. */
public enum FallSize {
    /** Less than .05. */
    MINOR(1),
    /** .05 to less than .10. */
    MODERATE(2),
    /** .10 to less than .20. */
    MAJOR(3),
    /** .20 and more. */
    SEVERE(4);

    private final int code;

    FallSize(int code) {
        this.code = code;
    }

    /** Returns the size class of a fall, 0 to 1. */
    public static FallSize of(double fall) {
        if (fall < SeverityScale.MODERATE) {
            return MINOR;
        }
        if (fall < SeverityScale.MAJOR) {
            return MODERATE;
        }
        return fall < SeverityScale.SEVERE ? MAJOR : SEVERE;
    }

    /** Returns what stands for the size in stored bytes, where 0 is none. */
    int code() {
        return code;
    }

    static FallSize ofCode(int code) {
        for (FallSize size : values()) {
            if (size.code == code) {
                return size;
            }
        }
        throw new IllegalArgumentException("Watch state has the unknown size of a fall " + code);
    }
}

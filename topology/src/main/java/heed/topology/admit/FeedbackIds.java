package heed.topology.admit;

/** Reads a UUID of 36 characters from bytes, sixteen hexadecimal digits at a time. */
final class FeedbackIds {

    static final int LENGTH = 36;
    private static final int[] HIGH = {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17};
    private static final int[] LOW = {19, 20, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35};

    private FeedbackIds() {}

    /** Says whether the 36 bytes from {@code at} are a UUID, in either case. */
    static boolean valid(byte[] bytes, int at, int length) {
        if (length != LENGTH
                || bytes[at + 8] != '-'
                || bytes[at + 13] != '-'
                || bytes[at + 18] != '-'
                || bytes[at + 23] != '-') {
            return false;
        }
        return allHex(bytes, at, HIGH) && allHex(bytes, at, LOW);
    }

    /** Returns the upper half of a valid id. */
    static long high(byte[] bytes, int at) {
        return half(bytes, at, HIGH);
    }

    /** Returns the lower half of a valid id. */
    static long low(byte[] bytes, int at) {
        return half(bytes, at, LOW);
    }

    private static boolean allHex(byte[] bytes, int at, int[] places) {
        for (int place : places) {
            if (digit(bytes[at + place]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long half(byte[] bytes, int at, int[] places) {
        long value = 0;
        for (int place : places) {
            value = value << 4 | digit(bytes[at + place]);
        }
        return value;
    }

    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}

package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Remembers one bit for each of the last {@link #HOURS} hours (UTC, counted from 1970): 512 bytes, whatever happens.
 *
 * <p>Hours have no order to come in: an older one that is still within reach is set as well, one out of reach is
 * forgotten.
 */
final class HourBits {

    /** Hours remembered: 24 weeks and 64 hours more. */
    static final int HOURS = 4096;

    private static final int WORDS = HOURS / Long.SIZE;

    private final long[] words = new long[WORDS];
    private long newest = -1;

    /** Sets the bit of {@code hour}. */
    void set(long hour) {
        if (hour <= newest - HOURS) {
            return;
        }
        for (long clear = Math.max(newest + 1, hour - HOURS + 1); clear <= hour; clear++) {
            words[word(clear)] &= ~bit(clear);
        }
        newest = Math.max(newest, hour);
        words[word(hour)] |= bit(hour);
    }

    /** Says whether {@code hour} is set; false where it is out of reach. */
    boolean get(long hour) {
        return hour <= newest && hour > newest - HOURS && (words[word(hour)] & bit(hour)) != 0;
    }

    /** Counts the hours from {@code from} to {@code to}, both included, that are set. */
    int count(long from, long to) {
        return count(this, from, to);
    }

    /** Counts the hours from {@code from} to {@code to}, both included, that are set here and in {@code other}. */
    int count(HourBits other, long from, long to) {
        long first = Math.max(from, Math.max(newest, other.newest) - HOURS + 1);
        long last = Math.min(to, Math.min(newest, other.newest));
        int count = 0;
        long hour = Math.max(0, first);
        while (hour <= last) {
            int start = (int) (hour & (Long.SIZE - 1));
            int length = (int) Math.min(Long.SIZE - start, last - hour + 1);
            long mask = (-1L >>> (Long.SIZE - length)) << start;
            count += Long.bitCount(words[word(hour)] & other.words[word(hour)] & mask);
            hour += length;
        }
        return count;
    }

    void write(RowWriter row) {
        row.number(newest).fixed(words);
    }

    void read(RowReader row) {
        newest = row.number();
        for (int i = 0; i < WORDS; i++) {
            words[i] = row.fixed();
        }
    }

    private static int word(long hour) {
        return (int) ((hour >>> 6) & (WORDS - 1));
    }

    private static long bit(long hour) {
        return 1L << hour;
    }
}

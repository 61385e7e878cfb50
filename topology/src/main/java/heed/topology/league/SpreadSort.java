package heed.topology.league;

import java.util.Arrays;

/**
 * Sorts numbers that are spread out, as drawn values are: each goes to the bucket that it should be in if they were
 * spread evenly, and within its bucket to its place. A league sorts its hospitals ten thousand times for each measure,
 * and this takes a third of the time of a sort that knows nothing of them. Not safe for use by several threads.
 */
final class SpreadSort {

    /** With more numbers in a bucket they are not spread out. */
    private static final int MANY = 24;

    private final int bucketBits;
    private final int[] ends;
    private final long[] sorted;

    /** Sorts {@code size} numbers at a time. */
    SpreadSort(int size) {
        bucketBits = Long.SIZE - Long.numberOfLeadingZeros(size) + 1;
        ends = new int[1 << bucketBits];
        sorted = new long[size];
    }

    /** Returns the numbers in ascending order, in an array that the next sort uses again. */
    long[] sort(long[] numbers) {
        if (numbers.length > 0 && spread(numbers) <= MANY) {
            settle();
        } else {
            System.arraycopy(numbers, 0, sorted, 0, sorted.length);
            Arrays.sort(sorted);
        }
        return sorted;
    }

    /** Puts the numbers down bucket by bucket; returns how many the fullest has. */
    private int spread(long[] numbers) {
        long least = numbers[0];
        long most = numbers[0];
        for (long number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        // Differences are taken for unsigned: they may be larger than the largest number.
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - bucketBits);
        Arrays.fill(ends, 0);
        for (long number : numbers) {
            ends[(int) ((number - least) >>> shift)]++;
        }
        int fullest = 0;
        int end = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            fullest = Math.max(fullest, ends[bucket]);
            end += ends[bucket];
            ends[bucket] = end;
        }
        for (long number : numbers) {
            sorted[--ends[(int) ((number - least) >>> shift)]] = number;
        }
        return fullest;
    }

    /** Moves each number to its place among the few before it that are larger. */
    private void settle() {
        for (int i = 1; i < sorted.length; i++) {
            long number = sorted[i];
            int place = i;
            while (place > 0 && sorted[place - 1] > number) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = number;
        }
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;

/** Counts one day's answers by local hour and loss, as far as there are any: a few numbers, in the order of hours. */
final class HourLosses {

    private int[] places = new int[8];
    private int[] counts = new int[8];
    private int size;

    /** Takes the answers of one hour that have one loss. */
    @FunctionalInterface
    interface Visitor {

        /** Takes {@code count} answers, after {@code before} of earlier hours with the same loss. */
        void take(int hour, int loss, int before, int count);
    }

    void clear() {
        size = 0;
    }

    void copy(HourLosses other) {
        places = other.places.clone();
        counts = other.counts.clone();
        size = other.size;
    }

    void add(int hour, int loss) {
        int place = place(hour, loss);
        int i = Arrays.binarySearch(places, 0, size, place);
        if (i >= 0) {
            counts[i]++;
        } else {
            insert(-i - 1, place);
        }
    }

    private void insert(int i, int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(places, i, places, i + 1, size - i);
        System.arraycopy(counts, i, counts, i + 1, size - i);
        places[i] = place;
        counts[i] = 1;
        size++;
    }

    /** Takes out an answer that {@link #holds} says is there. */
    void remove(int hour, int loss) {
        int i = Arrays.binarySearch(places, 0, size, place(hour, loss));
        if (--counts[i] == 0) {
            size--;
            System.arraycopy(places, i + 1, places, i, size - i);
            System.arraycopy(counts, i + 1, counts, i, size - i);
        }
    }

    boolean holds(int hour, int loss) {
        return Arrays.binarySearch(places, 0, size, place(hour, loss)) >= 0;
    }

    private static int place(int hour, int loss) {
        return hour * Loss.LEVELS + loss;
    }

    /**
     * Visits all answers in the order of hours, and of losses within one.
     *
     * @param zeros room for a count of each loss, in which there are zeros again afterwards
     */
    void each(int[] zeros, Visitor visitor) {
        for (int i = 0; i < size; i++) {
            int loss = places[i] % Loss.LEVELS;
            visitor.take(places[i] / Loss.LEVELS, loss, zeros[loss], counts[i]);
            zeros[loss] += counts[i];
        }
        for (int i = 0; i < size; i++) {
            zeros[places[i] % Loss.LEVELS] = 0;
        }
    }

    void write(RowWriter out) {
        out.unsigned(size);
        int before = 0;
        for (int i = 0; i < size; i++) {
            out.unsigned(places[i] - before);
            out.unsigned(counts[i]);
            before = places[i];
        }
    }

    void read(RowReader in) {
        size = in.unsignedInt();
        places = new int[Math.max(8, size)];
        counts = new int[places.length];
        int place = 0;
        for (int i = 0; i < size; i++) {
            place += in.unsignedInt();
            places[i] = place;
            counts[i] = in.unsignedInt();
        }
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest day with answers and the two before it, as far as they have answers, and the day sealed last.
 *
 * <p>{@link WatchRule#LATE_DAYS} cover answers that were given offline; what comes later is counted as late.
 */
final class OpenDays {

    private final OpenDay[] slots;
    private int size;
    private boolean anySealed;
    private long sealed;

    /** Has days that are weighed in {@code room}. */
    OpenDays(WeighingRoom room) {
        slots = new OpenDay[] {new OpenDay(room), new OpenDay(room), new OpenDay(room)};
    }

    int size() {
        return size;
    }

    /** Returns the open days by date, the oldest being 0. */
    OpenDay get(int i) {
        return slots[i];
    }

    /** Returns the open day of that date, or null. */
    @Nullable
    OpenDay find(long day) {
        for (int i = size - 1; i >= 0; i--) {
            if (slots[i].day() == day) {
                return slots[i];
            }
        }
        return null;
    }

    /** Tells whether a day is too old to be opened. */
    boolean isPast(long day) {
        return size > 0 && day < slots[size - 1].day() - WatchRule.LATE_DAYS;
    }

    /** Tells whether the oldest open day has to be sealed before {@code day} opens. */
    boolean mustSealBefore(long day) {
        return size > 0 && slots[0].day() < day - WatchRule.LATE_DAYS;
    }

    /** Seals the oldest day; its slot is reused. */
    void sealOldest() {
        OpenDay oldest = slots[0];
        anySealed = true;
        sealed = oldest.day();
        size--;
        System.arraycopy(slots, 1, slots, 0, size);
        slots[size] = oldest;
    }

    /** Opens a day at its place. */
    OpenDay open(long day) {
        OpenDay opened = slots[size];
        opened.open(day);
        int place = size;
        while (place > 0 && slots[place - 1].day() > day) {
            slots[place] = slots[place - 1];
            place--;
        }
        slots[place] = opened;
        size++;
        return opened;
    }

    /** Returns the days from the previous day with answers to open day {@code i}, at most a week's; 1 for the first. */
    int gap(int i) {
        if (i == 0 && !anySealed) {
            return 1;
        }
        long previous = i == 0 ? sealed : slots[i - 1].day();
        return (int) Math.min(slots[i].day() - previous, WatchRule.LONGEST_GAP);
    }

    /** Takes the open days out of learning: their answers were spent on an alarm. They go on counting as evidence. */
    void stopLearning() {
        for (int i = 0; i < size; i++) {
            slots[i].stopLearning();
        }
    }

    /** Takes the open days out of everything, but lets those be learned from that {@code learned} says. */
    void restart(Predicate<OpenDay> learned) {
        for (int i = 0; i < size; i++) {
            slots[i].deactivate();
            if (learned.test(slots[i])) {
                slots[i].observe();
            }
        }
    }

    void deactivate() {
        for (int i = 0; i < size; i++) {
            slots[i].deactivate();
        }
    }

    void write(RowWriter out) {
        out.octet(size << 1 | (anySealed ? 1 : 0));
        if (anySealed) {
            out.number(sealed);
        }
        for (int i = 0; i < size; i++) {
            slots[i].write(out);
        }
    }

    void read(RowReader in) {
        int head = in.octet();
        anySealed = (head & 1) != 0;
        size = head >> 1;
        if (size > slots.length) {
            throw new IllegalArgumentException("Watch state has " + size + " open days, at most 3 are known");
        }
        sealed = anySealed ? in.number() : 0;
        for (int i = 0; i < size; i++) {
            slots[i].read(in);
        }
    }
}

package heed.topology.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a response's newest entry by its id: an open-addressing table of positions, eight bytes a slot. The ids are
 * compared where they stand, in the blocks, but only where fifteen bits of their hash agree: a look into a block is a
 * look into cold memory.
 *
 * <p>A slot is the hash's bits, the block's place and the offset within it: 15, 32 and 16 bits.
 */
final class IdIndex {

    private static final long NONE = -1;
    private static final int TAG_SHIFT = 48;
    private static final int BLOCK_SHIFT = 16;
    /** Takes no object a look, as a buffer around a block would. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final List<Block> blocks;
    private long[] slots = filled(64);
    private int size;

    IdIndex(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Returns the position of an id's entry, or a negative number. */
    long find(long high, long low) {
        return slots[slot(slots, high, low)];
    }

    /** Sets the position of an id's entry. */
    void put(long high, long low, int block, int offset) {
        if ((size + 1) * 3 > slots.length * 2) {
            grow();
        }
        int slot = slot(slots, high, low);
        if (slots[slot] == NONE) {
            size++;
        }
        slots[slot] = tag(hash(high, low)) | (long) block << BLOCK_SHIFT | offset;
    }

    /** Forgets an id whose newest entry is in {@code block}; every entry of the table must still stand in its block. */
    void remove(long high, long low, int block) {
        int hole = slot(slots, high, low);
        if (slots[hole] == NONE || block(slots[hole]) != block) {
            return;
        }
        size--;
        int mask = slots.length - 1;
        for (int next = hole + 1 & mask; slots[next] != NONE; next = next + 1 & mask) {
            // What could not be found over a hole moves into it.
            if ((next - home(slots[next]) & mask) >= (next - hole & mask)) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = NONE;
    }

    static int block(long position) {
        return (int) (position >>> BLOCK_SHIFT);
    }

    static int offset(long position) {
        return (int) position & 0xFFFF;
    }

    void clear() {
        slots = filled(64);
        size = 0;
    }

    private void grow() {
        long[] old = slots;
        long[] wider = filled(old.length * 2);
        for (long position : old) {
            if (position != NONE) {
                wider[slot(wider, high(position), low(position))] = position;
            }
        }
        slots = wider;
    }

    /** Returns the slot that an id would have if no other were in the table. */
    private int home(long position) {
        return home(slots, hash(high(position), low(position)));
    }

    private static int home(long[] table, long hash) {
        return (int) (hash >>> 32) & (table.length - 1);
    }

    private int slot(long[] table, long high, long low) {
        long hash = hash(high, low);
        long tag = tag(hash);
        int slot = home(table, hash);
        while (table[slot] != NONE && !(tagOf(table[slot]) == tag && matches(table[slot], high, low))) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static long hash(long high, long low) {
        return (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    }

    /** Returns bits of the hash that do not choose the slot, where a slot holds them. */
    private static long tag(long hash) {
        return (hash >>> 17 & 0x7FFF) << TAG_SHIFT;
    }

    private static long tagOf(long position) {
        return position >>> TAG_SHIFT << TAG_SHIFT;
    }

    private boolean matches(long position, long high, long low) {
        return high(position) == high && low(position) == low;
    }

    private long high(long position) {
        return (long) LONGS.get(bytes(position), offset(position));
    }

    private long low(long position) {
        return (long) LONGS.get(bytes(position), offset(position) + Long.BYTES);
    }

    private byte[] bytes(long position) {
        return blocks.get(block(position)).content.buffer();
    }

    private static long[] filled(int length) {
        long[] table = new long[length];
        Arrays.fill(table, NONE);
        return table;
    }
}

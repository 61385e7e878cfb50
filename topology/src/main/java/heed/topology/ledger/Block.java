package heed.topology.ledger;

import heed.topology.row.RowWriter;

/** Up to two kilobytes of entries of one arrival day: one row of the changelog, written again as it fills. */
final class Block {

    static final int FULL = 2_048;

    final long day;
    final int number;
    final RowWriter content = new RowWriter();
    /** Position among the hospital's blocks, as the index knows it. */
    int place;

    /** Whether the changelog lacks the newest entries. */
    boolean dirty;

    Block(long day, int number) {
        this.day = day;
        this.number = number;
    }

    boolean full() {
        return content.length() >= FULL;
    }
}

package heed.topology.ledger;

import heed.topology.row.RowWriter;

/** Up to two kilobytes of entries of one arrival day: one row of the changelog, written again as it fills. */
final class Block {

    /** Less than two kilobytes by what the next entry may be longer than the newest. */
    private static final int FULL = 2_016;

    final long day;
    final int number;
    final RowWriter content = new RowWriter();
    /** Position among the hospital's blocks, as the index knows it. */
    int place;

    /** Whether the changelog lacks the newest entries. */
    boolean dirty;

    /** Bytes of the newest entry; 0 where none has come since a restore. */
    private int newest;

    Block(long day, int number) {
        this.day = day;
        this.number = number;
    }

    /** Takes note that the last {@code length} bytes are an entry. */
    void appended(int length) {
        newest = length;
    }

    /** Says whether another entry like the newest would need a buffer twice as long, of which half stays empty. */
    boolean full() {
        return content.length() + newest > FULL;
    }
}

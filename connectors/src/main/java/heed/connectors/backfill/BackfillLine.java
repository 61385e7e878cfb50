package heed.connectors.backfill;

import java.util.Comparator;

/**
 * Where a line stands in its file, and what decides its turn.
 *
 * @param number of the line, from 1
 * @param offset where it begins, bytes
 * @param length in bytes, without its end
 * @param occurrence how many lines like it came before
 * @param hospital of the response
 * @param givenAtMs when the response was given
 */
record BackfillLine(long number, long offset, int length, int occurrence, String hospital, long givenAtMs) {

    /** By the time given; lines of one time in the order of the file. */
    static final Comparator<BackfillLine> BY_TIME =
            Comparator.comparingLong(BackfillLine::givenAtMs).thenComparingLong(BackfillLine::number);
}

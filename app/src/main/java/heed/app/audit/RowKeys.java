package heed.app.audit;

import heed.schemas.ScoreKey;
import java.time.Instant;

/** Writes the key of a recounted row as the score topic has it. */
record RowKeys(Sheets sheets) {

    String of(PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        Place place = recount.place(rows.place(row));
        return ScoreKey.of(
                place.hospital(),
                place.unit(),
                sheets.measure(rows.measure(row)),
                rows.kind(row),
                Instant.ofEpochMilli(rows.start(row)));
    }
}

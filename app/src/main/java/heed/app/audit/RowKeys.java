package heed.app.audit;

import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Finds the recounted row that a score's key names, and writes the key of a row. One per thread. */
final class RowKeys {

    private static final int PARTS = 5;

    private final Map<String, PartitionRecount> byHospital;
    private final PointsTable table;
    private final Map<String, Long> startsMs = new HashMap<>();

    /** Looks in the partition of each hospital. */
    RowKeys(Map<String, PartitionRecount> byHospital, PointsTable table) {
        this.byHospital = byHospital;
        this.table = table;
    }

    record Found(PartitionRecount recount, int row) {}

    /** Returns the row, or null where the recount has none of that key. */
    Found find(String key) {
        String[] parts = key.split("\\|", -1);
        PartitionRecount recount = byHospital.get(parts[0]);
        if (recount == null || parts.length != PARTS) {
            return null;
        }
        int measure = table.number(parts[2]);
        Window kind = kind(parts[3]);
        Long startMs = startMs(parts[4]);
        if (measure < 0 || kind == null || startMs == null) {
            return null;
        }
        int row = recount.find(parts[0], parts[1].isEmpty() ? null : parts[1], measure, kind, startMs);
        return row == Rows.NONE ? null : new Found(recount, row);
    }

    /** Returns the key of a row, as the score topic has it. */
    String of(PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        PartitionRecount.Place place = recount.place(rows.place(row));
        return ScoreKey.of(
                place.hospital(),
                place.unit(),
                table.measure(rows.measure(row)),
                rows.kind(row),
                Instant.ofEpochMilli(rows.startMs(row)));
    }

    private static Window kind(String text) {
        for (Window kind : Window.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private Long startMs(String text) {
        Long known = startsMs.get(text);
        if (known == null) {
            try {
                known = Instant.parse(text).toEpochMilli();
            } catch (DateTimeException e) {
                return null;
            }
            startsMs.put(text, known);
        }
        return known;
    }
}

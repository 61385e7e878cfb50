package heed.app.audit;

import heed.schemas.Window;
import heed.schemas.key.KeyText;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    @Nullable
    Found find(String key) {
        List<String> parts = KeyText.parts(key);
        PartitionRecount recount = byHospital.get(parts.get(0));
        if (recount == null || parts.size() != PARTS) {
            return null;
        }
        int measure = table.number(parts.get(2));
        Window kind = kind(parts.get(3));
        Long startMs = startMs(parts.get(4));
        if (measure < 0 || kind == null || startMs == null) {
            return null;
        }
        int row = recount.find(parts.get(0), parts.get(1).isEmpty() ? null : parts.get(1), measure, kind, startMs);
        return row == Rows.NONE ? null : new Found(recount, row);
    }

    /** Returns the key of a row, as the score topic has it. */
    String of(PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        PartitionRecount.Place place = recount.place(rows.place(row));
        SeriesKey series = new SeriesKey(place.hospital(), place.unit(), table.measure(rows.measure(row)));
        return new ScoreKey(series, rows.kind(row), Instant.ofEpochMilli(rows.startMs(row))).text();
    }

    private static @Nullable Window kind(String text) {
        for (Window kind : Window.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private @Nullable Long startMs(String text) {
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

package heed.app.audit;

import heed.schemas.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Finds the recounted row that a score's key names. One per thread. */
final class RowFinder {

    private static final int PARTS = 5;

    private final Map<String, PartitionRecount> byHospital;
    private final Sheets sheets;
    private final Map<String, Long> starts = new HashMap<>();

    /** Looks in the partition of each hospital. */
    RowFinder(Map<String, PartitionRecount> byHospital, Sheets sheets) {
        this.byHospital = byHospital;
        this.sheets = sheets;
    }

    record Found(PartitionRecount recount, int row) {}

    /** Returns the row, or null where the recount has none of that key. */
    Found find(String key) {
        String[] parts = key.split("\\|", -1);
        PartitionRecount recount = byHospital.get(parts[0]);
        if (recount == null || parts.length != PARTS) {
            return null;
        }
        int measure = sheets.number(parts[2]);
        Window kind = kind(parts[3]);
        Long start = start(parts[4]);
        if (measure < 0 || kind == null || start == null) {
            return null;
        }
        int row = recount.find(parts[0], parts[1].isEmpty() ? null : parts[1], measure, kind, start);
        return row == Rows.NONE ? null : new Found(recount, row);
    }

    private static Window kind(String text) {
        for (Window kind : Window.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private Long start(String text) {
        Long known = starts.get(text);
        if (known == null) {
            try {
                known = Instant.parse(text).toEpochMilli();
            } catch (DateTimeException e) {
                return null;
            }
            starts.put(text, known);
        }
        return known;
    }
}

package heed.schemas.hospital;

import heed.schemas.name.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;

/** Knows which column of the file is which: {@code code,name,zone}, then those of the others that the file has. */
final class HospitalColumns {

    static final String WATCH_TIME = "watch_time";
    static final String FALSE_ALARM_DAYS = "false_alarm_days";
    static final String REGION = "region";

    static final String FIRST = "code,name,zone";
    private static final List<String> ALWAYS = List.of(FIRST.split(",", -1));
    private static final List<String> OPTIONAL = List.of(WATCH_TIME, FALSE_ALARM_DAYS, REGION);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int count;
    private final Map<String, Integer> optional;

    private HospitalColumns(int count, Map<String, Integer> optional) {
        this.count = count;
        this.optional = optional;
    }

    /** Reads the file's first line. Rows can be read on after a problem too, so that all problems are found at once. */
    static HospitalColumns of(CSVRecord header, Consumer<String> problems) {
        List<String> found = new ArrayList<>(header.toList());
        found.set(0, found.get(0).replace(BYTE_ORDER_MARK, ""));
        int always = ALWAYS.size();
        if (found.size() < always || !found.subList(0, always).equals(ALWAYS)) {
            problems.accept("the first line must be " + FIRST + ", and of " + String.join(", ", OPTIONAL)
                    + " what you have, was '" + String.join(",", found) + "'");
            return new HospitalColumns(Math.max(always, found.size()), Map.of());
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = always; i < found.size(); i++) {
            String column = found.get(i);
            if (!OPTIONAL.contains(column)) {
                problems.accept("no such column: '" + column + "'; the nearest is " + NearestName.of(column, OPTIONAL));
            } else if (places.putIfAbsent(column, i) != null) {
                problems.accept("column " + column + " is there twice");
            }
        }
        return new HospitalColumns(found.size(), places);
    }

    /** Returns how many columns each row must have. */
    int count() {
        return count;
    }

    /** Returns what a row has in an optional column; empty where the file has no such column. */
    String optional(CSVRecord row, String column) {
        Integer at = optional.get(column);
        return at == null ? "" : row.get(at);
    }
}

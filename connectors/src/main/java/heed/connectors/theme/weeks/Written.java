package heed.connectors.theme.weeks;

import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import java.util.Map;

/** What stands on the two topics, by key. */
record Written(Map<String, Label> labels, Map<String, ThemeWeek> rows) {

    Written {
        labels = Map.copyOf(labels);
        rows = Map.copyOf(rows);
    }
}

package heed.connectors.theme.weeks;

import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has changed since it was written last.
 *
 * @param labels by key; empty where there is none any more
 * @param rows likewise
 */
record Changes(Map<String, Optional<Label>> labels, Map<String, Optional<ThemeWeek>> rows) {

    Changes {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    boolean isEmpty() {
        return labels.isEmpty() && rows.isEmpty();
    }
}

package heed.connectors.theme.weeks;

import heed.schemas.Label;
import heed.schemas.ThemeRise;
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
 * @param rises likewise
 */
record Changes(
        Map<String, Optional<Label>> labels,
        Map<String, Optional<ThemeWeek>> rows,
        Map<String, Optional<ThemeRise>> rises) {

    Changes {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        rises = Collections.unmodifiableMap(new TreeMap<>(rises));
    }

    /** Returns these, and what has changed of the rises. */
    Changes and(Map<String, Optional<ThemeRise>> found) {
        return new Changes(labels, rows, found);
    }

    boolean isEmpty() {
        return labels.isEmpty() && rows.isEmpty() && rises.isEmpty();
    }
}

package heed.monitoring.readmodel;

import heed.schemas.ThemeWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Holds what people wrote about, by hospital, week and theme, as it is counted. Immutable.
 *
 * @param byCode the weeks of each hospital
 */
public record ThemeCounts(Map<String, Rows> byCode) implements Part {

    private static final Comparator<ThemeWeek> NEWEST_FIRST = Comparator.comparing(ThemeWeek::getWeek)
            .reversed()
            .thenComparing(ThemeWeek::getTheme, Comparator.nullsFirst(Comparator.naturalOrder()));

    public ThemeCounts {
        byCode = Map.copyOf(byCode);
    }

    /** The rows of a hospital; two are the same where nothing was counted anew, so that none has to be compared. */
    public static final class Rows {

        private final List<ThemeWeek> rows;

        Rows(List<ThemeWeek> rows) {
            this.rows = rows.stream().sorted(NEWEST_FIRST).toList();
        }
    }

    @Override
    public ThemeCounts seenBy(Viewer viewer) {
        return new ThemeCounts(Parts.of(byCode, (code, rows) -> viewer.sees(code, null)));
    }

    /** Returns all rows, by hospital, the newest week first, and in it that of all comments. */
    public List<ThemeWeek> all() {
        return byCode.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().rows.stream())
                .toList();
    }
}

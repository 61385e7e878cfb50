package heed.monitoring.page;

import heed.monitoring.spc.XmrChart;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a reader of an SPC chart asks to see.
 *
 * @param measure null for the one that sums the hospital up
 * @param per {@code week} or {@code month}; anything else leaves the choice
 * @param limits {@code screened}, else those of all moving ranges
 */
public record SpcQuery(String measure, String per, String limits) {

    static final String SCREENED = "screened";

    Optional<SpcSeries.Per> points() {
        return Arrays.stream(SpcSeries.Per.values())
                .filter(each -> each.one().equals(per))
                .findFirst();
    }

    XmrChart.Limits drawn() {
        return SCREENED.equals(limits) ? XmrChart.Limits.SCREENED : XmrChart.Limits.ALL_RANGES;
    }
}

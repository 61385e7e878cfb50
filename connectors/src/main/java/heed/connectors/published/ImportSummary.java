package heed.connectors.published;

import java.time.YearMonth;
import java.util.List;

/**
 * Sums up an import: what month it was, how many hospitals and responses were taken, and which rows were not.
 *
 * @param hospitals those taken, those without any response included
 * @param withheld figures that the publisher suppressed, because few answered: no response stands for them
 */
public record ImportSummary(YearMonth month, int hospitals, long responses, int withheld, List<BadRow> rejected) {

    public ImportSummary {
        rejected = List.copyOf(rejected);
    }
}

package heed.connectors.published;

import java.time.YearMonth;
import java.util.List;

/**
 * Sums up an import: what month it was, how many hospitals and responses were taken, and which rows were not.
 *
 * @param hospitals those taken, those without any response included
 * @param answered codes of the hospitals that were left out, having responses of the month
 * @param withheld figures that the publisher suppressed, because few answered: no response stands for them
 * @param rest rows that no response was made of
 */
public record ImportSummary(
        YearMonth month, int hospitals, List<String> answered, long responses, int withheld, PublishedTable.Rest rest) {

    public ImportSummary {
        answered = List.copyOf(answered);
    }
}

package heed.connectors.fft;

import java.time.YearMonth;
import java.util.List;

/**
 * Sums up an import: what month it was, how many rows and responses were taken, and which rows were not.
 *
 * @param rows the rows that were taken, those without any response included
 */
public record FftSummary(YearMonth month, int rows, long responses, List<BadRow> rejected) {

    public FftSummary {
        rejected = List.copyOf(rejected);
    }
}

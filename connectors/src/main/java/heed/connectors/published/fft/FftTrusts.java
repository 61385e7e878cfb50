package heed.connectors.published.fft;

import heed.connectors.published.BadRow;
import heed.connectors.published.BadRowException;
import heed.connectors.published.PublishedCsv;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedFormat;
import heed.connectors.published.PublishedRow;
import heed.connectors.published.PublishedSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the published Friends and Family Test: a row is a trust with its counts of one month.
 *
 * <p><b>Editions.</b> A later edition with a higher count adds the difference. With a lower count it takes nothing
 * away, because an edition does not say what an earlier one said: the surplus stays counted until it is withdrawn by
 * its ids. A response that an edition moves from one kind to another counts in both, for the same reason.
 *
 * <p><b>Other collections.</b> Ids do not say which collection was counted, so only one of them, inpatients, can be
 * imported as this format: another file of the same month would be taken for another edition.
 */
public final class FftTrusts implements PublishedFormat {

    static final String NAME = "fft-trusts";

    private static final Pattern MONTH_IN_NAME = Pattern.compile("_(\\d{4}-\\d{2})\\.csv$", Pattern.CASE_INSENSITIVE);
    private static final List<String> NEEDED =
            List.of("org_code", "total_responses", "positive_count", "negative_count");

    /** Returns the figures that come with Heed: inpatients of sixty trusts, March 2026. */
    public static PublishedSource shipped() {
        return PublishedSource.shipped("fft_inpatient_trusts_2026-03.csv", YearMonth.of(2026, 3));
    }

    @Override
    public YearMonth monthIn(String fileName) {
        Matcher matcher = MONTH_IN_NAME.matcher(fileName);
        if (!matcher.find()) {
            throw new PublishedException(
                    "which month is " + fileName + "? Say --month YYYY-MM, or let the name end in _YYYY-MM.csv");
        }
        return PublishedSource.monthOf(matcher.group(1));
    }

    @Override
    public String questionnaire() {
        return FftResponses.QUESTIONNAIRE;
    }

    @Override
    public PublishedFigures read(PublishedSource source) {
        Map<String, Long> lineOfCode = new HashMap<>();
        List<FftRow> rows = new ArrayList<>();
        List<BadRow> rejected = new PublishedCsv(source, NEEDED).read(row -> {
            FftRow read = rowOf(row);
            Long before = lineOfCode.putIfAbsent(read.code(), row.line());
            if (before != null) {
                throw new BadRowException("org_code " + read.code() + " is on line " + before + " already");
            }
            rows.add(read);
        });
        return new PublishedFigures(rows, 0, rejected);
    }

    private static FftRow rowOf(PublishedRow row) throws BadRowException {
        String code = row.code("org_code");
        int total = row.count("total_responses");
        if (total == 0 && row.isBlank("positive_count") && row.isBlank("negative_count")) {
            return new FftRow(code, 0, 0, 0);
        }
        int positive = row.count("positive_count");
        int negative = row.count("negative_count");
        if (positive + negative > total) {
            throw new BadRowException("positive_count + negative_count is " + (positive + negative)
                    + ", more than total_responses, " + total);
        }
        return new FftRow(code, total, positive, negative);
    }
}

package heed.connectors.published.fft;

import heed.connectors.published.BadRow;
import heed.connectors.published.BadRowException;
import heed.connectors.published.MonthInName;
import heed.connectors.published.PublishedException;
import heed.connectors.published.PublishedFigures;
import heed.connectors.published.PublishedFormat;
import heed.connectors.published.PublishedLayout;
import heed.connectors.published.PublishedRow;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.PublishedTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Knows the published Friends and Family Test: a row is a trust, or a practice, with its counts of one month, either of
 * positive and negative answers or, as NHS England's monthly files have it, of each answer. Both give a response the
 * same id. Until March 2020 the answers were others, and go to a questionnaire of their own.
 *
 * <p><b>Editions.</b> A later edition with a higher count adds the difference. With a lower count it takes nothing
 * away, because an edition does not say what an earlier one said: the surplus stays counted until it is withdrawn by
 * its ids. A response that an edition moves from one kind to another counts in both, for the same reason.
 *
 * <p><b>Services.</b> A file is of one service; which one only its name tells, if that. Where nobody says which, and
 * the name speaks of another than inpatients, nothing is read: figures of an emergency department would be taken for
 * those of the wards. Who says which is believed, whatever the name.
 */
public final class FftTrusts implements PublishedFormat {

    static final String NAME = "fft-trusts";

    private static final YearMonth NEW_QUESTION = YearMonth.of(2020, 4);

    private static final PublishedLayout KINDS = new PublishedLayout(
            "org_code", List.of("org_name"), "total_responses", List.of("positive_count", "negative_count"));
    private static final PublishedLayout ANSWERS =
            FftColumns.of(List.of("very good", "good", "neither good nor poor", "poor", "very poor", "don't know"));
    private static final PublishedLayout OLD_ANSWERS = FftColumns.of(List.of(
            "extremely likely",
            "likely",
            "neither likely nor unlikely",
            "unlikely",
            "extremely unlikely",
            "don't know"));

    private final Optional<FftService> asked;

    /** Takes files of inpatients, but none whose name tells of another service. */
    public FftTrusts() {
        this(Optional.empty());
    }

    /** Takes files of {@code asked}, whatever their names; else as {@link #FftTrusts()} does. */
    public FftTrusts(Optional<FftService> asked) {
        this.asked = asked;
    }

    /** Returns the figures that come with Heed: inpatients of sixty trusts, March 2026. */
    public static PublishedSource shipped() {
        return PublishedSource.shipped("fft_inpatient_trusts_2026-03.csv", YearMonth.of(2026, 3));
    }

    @Override
    public YearMonth monthIn(String fileName) {
        return MonthInName.in(fileName)
                .orElseThrow(() -> new PublishedException("which month is " + fileName
                        + "? Say --month YYYY-MM, or let the name say it and no other, as in fft_2026-03.csv or FFT"
                        + " March 2026.csv"));
    }

    @Override
    public PublishedFigures read(PublishedSource source) {
        FftService service = asked.orElseGet(() -> unasked(source.name()));
        PublishedTable table = PublishedTable.open(source, List.of(KINDS, ANSWERS, OLD_ANSWERS));
        var reading = new Reading(table.layout());
        PublishedTable.Rest rest = table.read(reading::take);
        var what = new FftAsked(service, scale(table.layout(), source.month()));
        return new PublishedFigures(
                reading.rows().stream().map(row -> row.of(what)).toList(), reading.withheld, rest.and(reading.twice()));
    }

    private static FftScale scale(PublishedLayout layout, YearMonth month) {
        boolean old = layout.equals(OLD_ANSWERS) || (layout.equals(KINDS) && month.isBefore(NEW_QUESTION));
        return old ? FftScale.RECOMMENDING : FftScale.EXPERIENCE;
    }

    private static FftService unasked(String fileName) {
        List<FftService> said = FftService.saidBy(fileName);
        if (said.isEmpty() || said.equals(List.of(FftService.INPATIENT))) {
            return FftService.INPATIENT;
        }
        throw new PublishedException("which service are the figures of " + fileName + " of? Its name speaks of "
                + said.stream().map(FftService::toString).collect(Collectors.joining(" or "))
                + ": say --service, one of "
                + Arrays.stream(FftService.values()).map(FftService::toString).collect(Collectors.joining(", ")));
    }

    /** Gathers the rows of all trusts: one that comes twice has no figures that could be known. */
    private static final class Reading {

        private final PublishedLayout layout;
        private final Map<String, List<Long>> lines = new LinkedHashMap<>();
        private final Map<String, FftRow> rows = new LinkedHashMap<>();
        private int withheld;

        Reading(PublishedLayout layout) {
            this.layout = layout;
        }

        void take(PublishedRow row) throws BadRowException {
            String code = row.code(layout.code());
            lines.computeIfAbsent(code, none -> new ArrayList<>()).add(row.line());
            boolean suppressed = layout.needed().stream().skip(1).anyMatch(row::isSuppressed);
            if (suppressed) {
                withheld++;
                rows.put(code, FftRow.ofKinds(code, 0, 0, 0));
            } else {
                rows.put(code, layout.equals(KINDS) ? kinds(code, row) : answers(code, row, layout.figures()));
            }
        }

        List<FftRow> rows() {
            return rows.values().stream()
                    .filter(row -> lines.getOrDefault(row.code(), List.of()).size() == 1)
                    .toList();
        }

        List<BadRow> twice() {
            return lines.entrySet().stream()
                    .filter(each -> each.getValue().size() > 1)
                    .flatMap(each -> each.getValue().stream()
                            .map(line -> new BadRow(
                                    line,
                                    layout.code() + " " + each.getKey() + " is on the lines "
                                            + each.getValue().stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining(" and "))
                                            + ": add them up, or keep the one that is meant")))
                    .toList();
        }
    }

    private static FftRow kinds(String code, PublishedRow row) throws BadRowException {
        int total = row.count("total_responses");
        if (total == 0 && row.isBlank("positive_count") && row.isBlank("negative_count")) {
            return FftRow.ofKinds(code, 0, 0, 0);
        }
        int positive = row.count("positive_count");
        int negative = row.count("negative_count");
        if (positive + negative > total) {
            throw new BadRowException("positive_count + negative_count is " + (positive + negative)
                    + ", more than total_responses, " + total);
        }
        return FftRow.ofKinds(code, total, positive, negative);
    }

    private static FftRow answers(String code, PublishedRow row, List<String> columns) throws BadRowException {
        int total = row.count("total responses");
        if (total == 0 && columns.stream().allMatch(row::isBlank)) {
            return FftRow.ofKinds(code, 0, 0, 0);
        }
        List<Integer> counts = new ArrayList<>();
        for (String column : columns) {
            counts.add(row.count(column));
        }
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        if (sum != total) {
            throw new BadRowException("the answers add up to " + sum + ", and total responses is " + total);
        }
        return FftRow.ofAnswers(
                code,
                new FftAnswers(
                        counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), counts.get(5)));
    }
}

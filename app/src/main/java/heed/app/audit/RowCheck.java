package heed.app.audit;

import heed.schemas.Audience;
import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a score with the row that the recount came to, field by field. One per thread. */
final class RowCheck {

    private final RecountRules rules;
    private final PointsTable table;
    private final Map<ZoneId, LocalWindows> windows = new HashMap<>();

    RowCheck(RecountRules rules, PointsTable table) {
        this.rules = rules;
        this.table = table;
    }

    /** Returns every field of {@code score} that differs from {@code row}. */
    List<RecountReport.Difference> differences(String key, Score score, PartitionRecount recount, int row) {
        Fields fields = new Fields(key);
        compare(fields, score, recount, row);
        return fields.differences();
    }

    /** Compares every field of {@code score} with {@code row}. */
    void compare(Fields fields, Score score, PartitionRecount recount, int row) {
        names(fields, score, recount, row);
        integers(fields, score, recount.rows(), row);
        fields.compare("days", score.getDays(), days(recount, row));
        figures(fields, score, recount.rows(), row);
        if (!score.getFinal$() && recount.mustBeFinal(span(recount, row).endMs())) {
            fields.differs("final", false, true);
        }
    }

    private void names(Fields fields, Score score, PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        PartitionRecount.Place place = recount.place(rows.place(row));
        LocalWindows.Span span = span(recount, row);
        fields.compare("hospital", score.getHospital(), place.hospital());
        fields.compare("unit", score.getUnit(), place.unit());
        fields.compare("measure", score.getMeasure(), table.measure(rows.measure(row)));
        fields.compare("window", score.getWindow(), rows.kind(row));
        fields.compareTimes("start", score.getStart(), span.startMs());
        fields.compareTimes("end", score.getEnd(), span.endMs());
        fields.compare("label", score.getLabel(), span.label());
    }

    private static void integers(Fields fields, Score score, Rows rows, int row) {
        fields.compare("n", score.getN(), rows.n(row));
        fields.compare("sum", score.getSum(), rows.sum(row));
        fields.compare("sum_of_squares", score.getSumOfSquares(), rows.sumOfSquares(row));
        fields.compareTimes("as_of", score.getAsOf(), rows.asOfMs(row));
        fields.compare("restatements", score.getRestatements(), rows.restatements(row));
    }

    /** Adds up over the rows of the days; null where the row is no whole hospital's month. */
    @Nullable
    DaySums days(PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        if (rows.kind(row) != Window.MONTH || recount.place(rows.place(row)).unit() != null) {
            return null;
        }
        DaySums sums = new DaySums(0L, 0L, 0L);
        for (LocalWindows.Span day : local(recount, row).daysOf(span(recount, row))) {
            int of = rows.find(rows.place(row), rows.measure(row), Window.DAY, day.startMs());
            if (of != Rows.NONE) {
                sums = new DaySums(
                        sums.getN() + rows.n(of),
                        sums.getNSquared() + rows.n(of) * rows.n(of),
                        sums.getSumSquared() + rows.sum(of) * rows.sum(of));
            }
        }
        return sums;
    }

    private void figures(Fields fields, Score score, Rows rows, int row) {
        Minimums minimums = rules.minimums();
        long n = rows.n(row);
        boolean shown = n >= minimums.internal();
        fields.compare("minimum", score.getMinimum(), minimums.internal());
        fields.compare("suppressed", score.getSuppressed(), n > 0 && !shown);
        fields.compare("audience", score.getAudience(), audience(n));
        if (!shown) {
            fields.compare("score", score.getScore(), null);
            fields.compare("low", score.getLow(), null);
            fields.compare("high", score.getHigh(), null);
            return;
        }
        PlainFigures plain = PlainFigures.of(n, rows.sum(row), rows.sumOfSquares(row));
        fields.compare("score", score.getScore(), plain.score());
        fields.compareRounded("low", score.getLow(), plain.low());
        fields.compareRounded("high", score.getHigh(), plain.high());
    }

    private Audience audience(long n) {
        if (n < rules.minimums().internal()) {
            return Audience.NOBODY;
        }
        return n < rules.minimums().published() ? Audience.INTERNAL : Audience.PUBLISHED;
    }

    LocalWindows.Span span(PartitionRecount recount, int row) {
        Rows rows = recount.rows();
        Map<Window, LocalWindows.Span> spans = local(recount, row).of(rows.startMs(row));
        return Objects.requireNonNull(spans.get(rows.kind(row)), "there is a window of each kind");
    }

    private LocalWindows local(PartitionRecount recount, int row) {
        String hospital = recount.place(recount.rows().place(row)).hospital();
        ZoneId zone = rules.hospitals().byCode(hospital).zone();
        return windows.computeIfAbsent(zone, LocalWindows::new);
    }
}

package heed.monitoring.view.report;

import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.spc.SpcView;
import heed.schemas.LeagueRow;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a report says of one measure in its month.
 *
 * @param change how the score differs from that of the month before, in words
 * @param chart its SPC chart as it stood at the end of the month, or now where that is still to come
 * @param place its place among hospitals in the same month; nothing where it has none
 * @param isPlaceFinal whether ranks of that month have stopped moving
 */
public record MonthLine(
        SeriesKey key,
        Reading now,
        Reading before,
        String change,
        SpcView chart,
        Optional<LeagueRow> place,
        boolean isPlaceFinal) {

    static MonthLine of(Series line, ReportMonth month, Snapshot snapshot, Names names) {
        Reading now = line.month(month.start(), month.today());
        Reading before = line.month(month.startOfBefore(), month.today());
        Instant end = month.end();
        Optional<Comparison<LeagueRow>> compared = compared(line.key(), month.month(), snapshot);
        Optional<LeagueRow> place = place(line.key(), compared);
        return new MonthLine(
                line.key(),
                now,
                before,
                MonthChange.said(
                        now,
                        before,
                        month.nameOfBefore(),
                        place,
                        place(line.key(), compared(line.key(), month.month().minusMonths(1), snapshot))),
                SpcView.at(snapshot.now().isBefore(end) ? snapshot.now() : end, line, snapshot, names),
                place,
                compared.filter(Comparison::isFinal).isPresent());
    }

    private static Optional<LeagueRow> place(SeriesKey key, Optional<Comparison<LeagueRow>> compared) {
        return compared.flatMap(all -> all.rows().stream()
                .filter(row -> row.getHospital().equals(key.hospital()))
                .findFirst());
    }

    private static Optional<Comparison<LeagueRow>> compared(SeriesKey key, YearMonth month, Snapshot snapshot) {
        return key.isWhole()
                ? Optional.ofNullable(snapshot.part(Leagues.class).measures().get(key.measure()))
                        .flatMap(months -> Optional.ofNullable(months.get(month.toString())))
                : Optional.empty();
    }

    /** Tells whether anybody answered it in the month or the one before, or may have. */
    boolean isAsked() {
        return !(now instanceof Reading.NoResponses && before instanceof Reading.NoResponses);
    }
}

package heed.topology.league;

import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes leagues as changelog rows and reads them. */
final class LeagueRows {

    private static final int VERSION = 2;

    private final RowWriter row = new RowWriter();

    byte[] key(LeagueRowKey key) {
        return row.clear()
                .text(key.questionnaire())
                .text(key.month())
                .text(key.measure() == null ? "" : key.measure())
                .text(key.hospital() == null ? "" : key.hospital())
                .toBytes();
    }

    LeagueRowKey key(byte[] key) {
        RowReader reader = new RowReader().of(key);
        return new LeagueRowKey(reader.text(), reader.text(), nullIfEmpty(reader.text()), nullIfEmpty(reader.text()));
    }

    byte[] value(LeagueRowKey key, League league) {
        row.clear().octet(VERSION);
        if (key.measure() == null) {
            names(league.standings);
        } else if (key.hospital() == null) {
            MeasureMonth measure = league.measure(key.measure());
            row.octet(measure.pending ? 1 : 0);
            names(measure.told);
        } else {
            HospitalMonth month = Objects.requireNonNull(
                    league.measure(key.measure()).hospitals.get(key.hospital()), "a month that has changed is known");
            CountedByDay figures = month.figures();
            row.octet(month.isFinal() ? 1 : 0)
                    .number(month.n())
                    .number(figures.all().sum())
                    .number(figures.all().sumOfSquares())
                    .number(figures.dated())
                    .number(figures.squaredN())
                    .number(figures.squaredSum())
                    .number(month.asOfMs())
                    .number(month.restatements());
        }
        return row.toBytes();
    }

    void read(LeagueRowKey key, byte[] value, League league) {
        RowReader reader = new RowReader().of(value);
        reader.requireVersion(VERSION, "league state");
        if (key.measure() == null) {
            names(reader, league.standings);
        } else if (key.hospital() == null) {
            MeasureMonth measure = league.measure(key.measure());
            measure.pending = reader.octet() == 1;
            names(reader, measure.told);
        } else {
            boolean isFinal = reader.octet() == 1;
            Counted all = new Counted(reader.number(), reader.number(), reader.number());
            CountedByDay figures = new CountedByDay(all, reader.number(), reader.number(), reader.number());
            league.measure(key.measure())
                    .hospitals
                    .put(key.hospital(), new HospitalMonth(figures, reader.number(), reader.number(), isFinal));
        }
    }

    /** In order, so that the same state is the same bytes. */
    private void names(Collection<String> names) {
        new TreeSet<>(names).forEach(row::text);
    }

    private static void names(RowReader reader, Set<String> into) {
        into.clear();
        while (reader.hasMore()) {
            into.add(reader.text());
        }
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

package heed.app.audit;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one reading of the topics of compared hospitals finds, from their beginnings to their ends. */
final class LeagueLook {

    private final MonthTables tables;
    private final int limit;
    private final TableChecks checks;
    private final RecountRules rules;
    private final Versions versions = new Versions();
    private final Versions before;
    private final Findings<MonthTables.Place> places;
    private final Findings<MonthTable> together;
    private final Findings<MonthTables.OverallPlace> overall;

    /** Looks for the first time, at what should be {@code tables}. */
    LeagueLook(MonthTables tables, RecountRules rules, int limit) {
        this(tables, rules, limit, new Versions());
    }

    private LeagueLook(MonthTables tables, RecountRules rules, int limit, Versions before) {
        this.tables = tables;
        this.limit = limit;
        this.rules = rules;
        this.before = before;
        this.checks = new TableChecks(tables, versions, rules);
        this.places = new Findings<>(Topics.LEAGUE.name(), limit);
        this.together = new Findings<>(Topics.NATIONAL.name(), limit);
        this.overall = new Findings<>(Topics.STANDINGS.name(), limit);
    }

    /** Says whether only another look can tell what is of an earlier moment. */
    boolean isUndecided() {
        return versions.isMixed();
    }

    /** Returns the look after this one. */
    LeagueLook again() {
        return new LeagueLook(tables, rules, limit, versions);
    }

    /** Compares a partition of places. */
    TopicComparison<LeagueRow, MonthTables.Place> places(TopicSerdes serdes) {
        return new TopicComparison<>(
                Topics.LEAGUE, serdes.of(Topics.LEAGUE).deserializer(), checks.new Places(), places);
    }

    /** Compares a partition of what all hospitals are together. */
    TopicComparison<National, MonthTable> together(TopicSerdes serdes) {
        return new TopicComparison<>(
                Topics.NATIONAL, serdes.of(Topics.NATIONAL).deserializer(), checks.new Together(), together);
    }

    /** Compares a partition of places over all measures. */
    TopicComparison<Standing, MonthTables.OverallPlace> overall(TopicSerdes serdes) {
        return new TopicComparison<>(
                Topics.STANDINGS, serdes.of(Topics.STANDINGS).deserializer(), checks.new Overall(), overall);
    }

    /**
     * Says what became of the rows, of which those of the tables {@code moved} changed; returns how many tables of
     * closed months are not told as they now are.
     */
    long judge(
            JudgeableHospitals judgeable,
            Set<String> moved,
            List<RecountReport.Count> counts,
            List<RecountReport.Difference> shown) {
        counts.add(places.judge(
                "places in the league",
                tables.places().values(),
                new TableSense<>(
                        judgeable,
                        moved,
                        MonthTables.Place::key,
                        place -> place.table().key(),
                        key -> LeagueKey.parse(key).comparison().text()),
                shown));
        counts.add(together.judge(
                "tables of the league",
                tables.tables().values(),
                new TableSense<>(judgeable, moved, MonthTable::key, MonthTable::key, key -> ComparisonKey.parse(key)
                        .text()),
                shown));
        counts.add(overall.judge(
                "standings",
                tables.overall().values(),
                new TableSense<>(
                        judgeable,
                        moved,
                        MonthTables.OverallPlace::key,
                        MonthTables.OverallPlace::table,
                        key -> LeagueKey.parse(key).comparison().text()),
                shown));
        return tables.closed().stream()
                .filter(name -> judgeable.includesAll() && !moved.contains(name) && !isJudged(name))
                .count();
    }

    private boolean isJudged(String table) {
        return versions.mustBeCurrent(table, before);
    }

    /** Judges a row by its table. */
    private final class TableSense<R> implements Findings.Sense<R> {

        private final JudgeableHospitals judgeable;
        private final Set<String> moved;
        private final Function<R, String> key;
        private final Function<R, String> table;
        private final Function<String, String> named;

        /** Asks {@code key} for a row's key, {@code table} for its table, {@code named} for that which a key names. */
        TableSense(
                JudgeableHospitals judgeable,
                Set<String> moved,
                Function<R, String> key,
                Function<R, String> table,
                Function<String, String> named) {
            this.judgeable = judgeable;
            this.moved = moved;
            this.key = key;
            this.table = table;
            this.named = named;
        }

        @Override
        public String key(R row) {
            return key.apply(row);
        }

        @Override
        public Findings.Standing of(R row) {
            return ofTable(table.apply(row));
        }

        @Override
        public Optional<Findings.Standing> ofUnexpected(String keyOfRecord) {
            try {
                return Optional.of(ofTable(named.apply(keyOfRecord)));
            } catch (IllegalArgumentException e) {
                return Optional.of(Findings.Standing.COMPARED);
            }
        }

        private Findings.Standing ofTable(String name) {
            if (!judgeable.includesAll()) {
                return Findings.Standing.UNJUDGED;
            }
            return moved.contains(name) || !isJudged(name) ? Findings.Standing.IN_MOTION : Findings.Standing.COMPARED;
        }
    }
}

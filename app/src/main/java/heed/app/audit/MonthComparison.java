package heed.app.audit;

import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what is told of hospitals against each other, as far as it says that it is of now. */
final class MonthComparison {

    private final Collection<PartitionRecount> recounts;
    private final RecountRules rules;
    private final PointsTable table;
    private final Versions versions = new Versions();
    private final Findings<MonthTables.Place> places;
    private final Findings<MonthTable> together;
    private final Findings<MonthTables.OverallPlace> overall;
    private @Nullable MonthTables tables;

    MonthComparison(Collection<PartitionRecount> recounts, RecountRules rules, PointsTable table, int limit) {
        this.recounts = recounts;
        this.rules = rules;
        this.table = table;
        this.places = new Findings<>(Topics.LEAGUE.name(), limit);
        this.together = new Findings<>(Topics.NATIONAL.name(), limit);
        this.overall = new Findings<>(Topics.STANDINGS.name(), limit);
    }

    /** Compares hospitals anew and reads what is told of them. */
    void compare(TopicReading reading, TopicSerdes serdes) throws ExecutionException, InterruptedException {
        MonthTables worked = new MonthTables(recounts, rules, table);
        tables = worked;
        TableChecks checks = new TableChecks(worked, versions, rules);
        reading.read(
                Topics.LEAGUE,
                () -> new TopicComparison<>(
                        Topics.LEAGUE, serdes.of(Topics.LEAGUE).deserializer(), checks.new Places(), places)::note);
        reading.read(
                Topics.NATIONAL,
                () -> new TopicComparison<>(
                                Topics.NATIONAL,
                                serdes.of(Topics.NATIONAL).deserializer(),
                                checks.new Together(),
                                together)::note);
        reading.read(
                Topics.STANDINGS,
                () -> new TopicComparison<>(
                                Topics.STANDINGS,
                                serdes.of(Topics.STANDINGS).deserializer(),
                                checks.new Overall(),
                                overall)::note);
    }

    /** Says what became of the rows; hospitals that can't be judged are in all of them. */
    void judge(JudgeableHospitals judgeable, List<RecountReport.Count> counts, List<RecountReport.Difference> shown) {
        if (tables == null) {
            return;
        }
        Set<String> moved = tables.moved(recounts);
        counts.add(places.judge(
                "places in the league",
                tables.places().values(),
                new TableSense<>(
                        judgeable,
                        moved,
                        versions,
                        MonthTables.Place::key,
                        place -> place.table().key(),
                        key -> LeagueKey.parse(key).comparison().text()),
                shown));
        counts.add(together.judge(
                "tables of the league",
                tables.tables().values(),
                new TableSense<>(
                        judgeable, moved, versions, MonthTable::key, MonthTable::key, key -> ComparisonKey.parse(key)
                                .text()),
                shown));
        counts.add(overall.judge(
                "standings",
                tables.overall().values(),
                new TableSense<>(
                        judgeable,
                        moved,
                        versions,
                        MonthTables.OverallPlace::key,
                        MonthTables.OverallPlace::table,
                        key -> LeagueKey.parse(key).comparison().text()),
                shown));
    }

    /**
     * Judges a row by its table.
     *
     * @param key the key of a row's record
     * @param table the table of a row
     * @param named the table that a record's key names
     */
    private record TableSense<R>(
            JudgeableHospitals judgeable,
            Set<String> moved,
            Versions versions,
            Function<R, String> key,
            Function<R, String> table,
            Function<String, String> named)
            implements Findings.Sense<R> {

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
            return moved.contains(name) || !versions.isCurrent(name)
                    ? Findings.Standing.IN_MOTION
                    : Findings.Standing.COMPARED;
        }
    }
}

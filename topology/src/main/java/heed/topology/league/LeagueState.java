package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.MeasureName;
import heed.topology.store.HeapState;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The leagues of one partition: a row for each hospital's month in a measure, one for what has been told of a measure,
 * and one for what has been told of a league.
 *
 * <p>Retention: none. A month of 150 hospitals in 52 measures is under a megabyte; see
 * {@code docs/decisions/004-league.md}.
 */
final class LeagueState implements HeapState {

    private final Map<ComparisonKey, League> leagues = new HashMap<>();
    /** Leagues to be compared anew, the one that has waited longest first. */
    private final Set<League> pending = new LinkedHashSet<>();

    private final Set<LeagueRowKey> changed = new LinkedHashSet<>();
    private final LeagueRows rows = new LeagueRows();

    /** Takes in a hospital's month, in place of what was known of it. */
    void put(Score score) {
        String measureName = score.getMeasure();
        League league = league(MeasureName.parse(measureName).questionnaire(), score.getLabel());
        MeasureMonth measure = league.measure(measureName);
        HospitalMonth month = HospitalMonth.of(score);
        if (month.equals(measure.hospitals.put(score.getHospital(), month))) {
            return;
        }
        changed.add(new LeagueRowKey(league.questionnaire, league.month, measureName, score.getHospital()));
        measure.version++;
        if (!measure.pending) {
            measure.pending = true;
            changed.add(new LeagueRowKey(league.questionnaire, league.month, measureName, null));
        }
        pending.add(league);
    }

    /** Returns the league to be compared next, where one is due. */
    Optional<League> due(long nowMs) {
        return pending.stream().filter(league -> league.notBeforeMs <= nowMs).findFirst();
    }

    /** Returns the league of a comparison. */
    League of(LeagueSnapshot snapshot) {
        return league(snapshot.questionnaire(), snapshot.month());
    }

    /**
     * Remembers that a comparison has been told; what changed meanwhile is compared again, not before {@code nextMs}.
     */
    void told(LeagueComparison comparison, long nextMs) {
        LeagueSnapshot from = comparison.of();
        League league = of(from);
        league.notBeforeMs = nextMs;
        for (LeagueComparison.Table table : comparison.tables()) {
            MeasureMonth measure = league.measure(table.measure());
            measure.pending = measure.version
                    != Objects.requireNonNull(
                            from.versions().get(table.measure()), "only what was pending is compared");
            measure.told.clear();
            table.rows().forEach(row -> measure.told.add(row.getHospital()));
            changed.add(new LeagueRowKey(league.questionnaire, league.month, table.measure(), null));
        }
        league.standings.clear();
        comparison.standings().forEach(standing -> league.standings.add(standing.getHospital()));
        changed.add(new LeagueRowKey(league.questionnaire, league.month, null, null));
        pending.remove(league);
        if (league.isPending()) {
            pending.add(league);
        }
    }

    private League league(String questionnaire, String month) {
        return leagues.computeIfAbsent(
                new ComparisonKey(questionnaire, month), key -> new League(questionnaire, month));
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        for (LeagueRowKey key : changed) {
            changelog.write(rows.key(key), rows.value(key, league(key.questionnaire(), key.month())));
        }
        changed.clear();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        LeagueRowKey name = rows.key(key);
        rows.read(
                name,
                Objects.requireNonNull(value, "rows of leagues are never deleted"),
                league(name.questionnaire(), name.month()));
    }

    /** Finds out, after a restore, which leagues are to be compared anew. */
    void restored() {
        pending.clear();
        leagues.values().stream().filter(League::isPending).forEach(pending::add);
    }
}

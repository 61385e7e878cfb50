package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gathers how hospitals compare: by measure, with what all of them have in common, and over all measures of a
 * questionnaire.
 */
final class LeaguesEntry implements ModelEntry {

    private final Clock clock;
    private final Disclosure disclosure;
    private final ComparisonState<LeagueRow> measures;
    private final ComparisonState<Standing> questionnaires;
    private final Predicate<LeagueRow> agrees;
    private final FirstTold<ComparisonKey> firsts;
    private Set<ComparisonKey> ripe = Set.of();
    private boolean cleared;
    private Leagues part = Leagues.NONE;

    /** {@code agrees} tells whether a row says what its hospital's own month says to the same audience. */
    LeaguesEntry(Disclosure disclosure, Clock clock, Predicate<LeagueRow> agrees) {
        this.clock = clock;
        this.disclosure = disclosure;
        this.agrees = agrees;
        this.firsts = new FirstTold<>(disclosure);
        this.measures = ComparisonState.ofMeasures(disclosure);
        this.questionnaires = ComparisonState.ofQuestionnaires(disclosure);
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                new Route<>(
                        Topics.LEAGUE,
                        row -> measures.put(row, clock.instant()),
                        key -> measures.remove(LeagueKey.parse(key), clock.instant())),
                new Route<>(
                        Topics.NATIONAL,
                        national -> measures.put(national, clock.instant()),
                        key -> measures.removeNational(ComparisonKey.parse(key), clock.instant())),
                new Route<>(
                        Topics.STANDINGS,
                        standing -> questionnaires.put(standing, clock.instant()),
                        key -> questionnaires.remove(LeagueKey.parse(key), clock.instant())));
    }

    @Override
    public void clear() {
        measures.clear();
        questionnaires.clear();
        firsts.clear();
        ripe = Set.of();
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = cleared;
        differs |= measures.freeze(now);
        differs |= questionnaires.freeze(now);
        ripen(now);
        if (differs || disclosure.isByRelease()) {
            Leagues next = new Leagues(agreed(), questionnaires.frozen());
            // What is released moves without a row of its own, and mostly does not.
            differs &= !disclosure.isByRelease();
            differs |= !next.equals(part);
            part = next;
            cleared = false;
        }
        firsts.begin(now);
        return differs;
    }

    /**
     * Returns the comparisons whose rows agree with what is released. All measures of a questionnaire's month go
     * together: which of them go would tell which questions one patient answered.
     */
    private Map<String, NavigableMap<String, Comparison<LeagueRow>>> agreed() {
        Set<ComparisonKey> apart = new HashSet<>();
        measures.frozen().values().forEach(months -> months.values().stream()
                .filter(comparison -> !comparison.rows().stream().allMatch(agrees))
                .map(LeaguesEntry::together)
                .forEach(apart::add));
        return Leagues.where(
                measures.frozen(),
                comparison -> !apart.contains(together(comparison))
                        && ripe.contains(new ComparisonKey(comparison.compared(), comparison.month())));
    }

    /** One that can be shown by the last month that closed, of whichever hospital, waits until the day is over. */
    private void ripen(Instant now) {
        Set<ComparisonKey> next = new HashSet<>();
        measures.frozen().forEach((measure, months) -> months.keySet().stream()
                .map(month -> new ComparisonKey(measure, month))
                .filter(key -> ripe.contains(key) || !firsts.waits(key, now))
                .forEach(next::add));
        ripe = next;
    }

    private static ComparisonKey together(Comparison<LeagueRow> comparison) {
        return new ComparisonKey(
                MeasureName.find(comparison.compared())
                        .map(MeasureName::questionnaire)
                        .orElse(comparison.compared()),
                comparison.month());
    }

    @Override
    public Leagues part() {
        return part;
    }
}

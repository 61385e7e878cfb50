package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.disclosure.Compared;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Supplier<@Nullable Instant> asOf;
    private final FirstTold<ComparisonKey> firsts;
    private Set<ComparisonKey> ripe = Set.of();
    private Instant heard = Instant.MIN;
    private Set<String> over = Set.of();
    private boolean cleared;
    private Leagues part = Leagues.NONE;

    /**
     * Starts empty.
     *
     * @param agrees tells whether a row says what its hospital's own month says to the same audience
     * @param asOf arrival of the newest response that the figures contain; null before the first
     */
    LeaguesEntry(Disclosure disclosure, Clock clock, Predicate<LeagueRow> agrees, Supplier<@Nullable Instant> asOf) {
        this.clock = clock;
        this.disclosure = disclosure;
        this.agrees = agrees;
        this.asOf = asOf;
        this.firsts = new FirstTold<>(disclosure);
        this.measures = ComparisonState.ofMeasures(disclosure);
        this.questionnaires = ComparisonState.ofQuestionnaires(disclosure);
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                new Route<>(
                        Topics.LEAGUE,
                        row -> {
                            hear(row.getAsOf());
                            measures.put(row, clock.instant());
                        },
                        key -> measures.remove(LeagueKey.parse(key), clock.instant())),
                new Route<>(
                        Topics.NATIONAL,
                        national -> {
                            hear(national.getAsOf());
                            measures.put(national, clock.instant());
                        },
                        key -> measures.removeNational(ComparisonKey.parse(key), clock.instant())),
                new Route<>(
                        Topics.STANDINGS,
                        standing -> {
                            hear(standing.getAsOf());
                            questionnaires.put(standing, clock.instant());
                        },
                        key -> questionnaires.remove(LeagueKey.parse(key), clock.instant())));
    }

    @Override
    public void clear() {
        measures.clear();
        questionnaires.clear();
        firsts.clear();
        ripe = Set.of();
        heard = Instant.MIN;
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = cleared;
        differs |= measures.freeze(now);
        differs |= questionnaires.freeze(now);
        differs |= grow();
        ripen(now);
        if (differs || disclosure.isByRelease()) {
            Leagues next =
                    new Leagues(agreed(), Leagues.where(questionnaires.frozen(), each -> over.contains(each.month())));
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
                comparison -> over.contains(comparison.month())
                        && !apart.contains(together(comparison))
                        && ripe.contains(new ComparisonKey(comparison.compared(), comparison.month())));
    }

    private void hear(Instant arrival) {
        heard = arrival.isAfter(heard) ? arrival : heard;
    }

    /** Finds out which months are over by what has arrived; tells whether these are others than before. */
    private boolean grow() {
        Instant newest = asOf.get();
        if (newest != null) {
            hear(newest);
        }
        Set<String> next = Stream.of(measures.frozen(), questionnaires.frozen())
                .flatMap(compared -> compared.values().stream())
                .flatMap(months -> months.values().stream())
                .filter(each -> each.isFinal() || Compared.isOver(YearMonth.parse(each.month()), heard))
                .map(Comparison::month)
                .collect(Collectors.toSet());
        boolean differs = !next.equals(over);
        over = next;
        return differs;
    }

    /**
     * One that can be shown by the last month that closed, of whichever hospital, waits until the day is over. What is
     * there at the start waits for no day of its own: it agrees with months that are told alone, and these wait.
     */
    private void ripen(Instant now) {
        Set<ComparisonKey> next = new HashSet<>();
        measures.frozen().forEach((measure, months) -> months.keySet().stream()
                .map(month -> new ComparisonKey(measure, month))
                .filter(key -> ripe.contains(key) || !firsts.waits(key, Instant.EPOCH, now))
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

package heed.app.audit;

import heed.schemas.DaySums;
import heed.schemas.Window;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Better;
import heed.schemas.questionnaire.LeagueRole;
import heed.schemas.questionnaire.Measure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Compares all hospitals anew: by measure and month, and by month over the measures that count. */
final class MonthTables {

    private static final int FEWEST_MEASURES = 2;
    private static final int FEWEST_HOSPITALS = 5;

    private final RecountRules rules;
    private final PointsTable table;
    private final RowCheck rows;
    private final Map<String, MonthTable> tables = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, OverallPlace> overall = new HashMap<>();
    private final Set<String> closed = new TreeSet<>();

    MonthTables(Collection<PartitionRecount> recounts, RecountRules rules, PointsTable table) {
        this.rules = rules;
        this.table = table;
        this.rows = new RowCheck(rules, table);
        Map<ComparisonKey, List<MonthTable.Entrant>> entrants = new HashMap<>();
        recounts.forEach(
                recount -> forEachMonth(recount, (key, row) -> entrants.computeIfAbsent(key, each -> new ArrayList<>())
                        .add(entrant(recount, row))));
        entrants.forEach(this::add);
        closed.addAll(tables.keySet());
        recounts.forEach(recount -> forEachMonth(recount, (key, row) -> {
            if (!recount.mustBeFinal(rows.span(recount, row).endMs())) {
                closed.remove(key.text());
            }
        }));
        Map<ComparisonKey, List<MonthTable>> byQuestionnaire = new HashMap<>();
        tables.values().stream().filter(this::isCounted).forEach(each -> byQuestionnaire
                .computeIfAbsent(questionnaire(each.of()), key -> new ArrayList<>())
                .add(each));
        byQuestionnaire.forEach(this::standings);
    }

    /** A hospital's place in a table. */
    record Place(MonthTable table, MonthTable.Entrant entrant) {

        String key() {
            return new LeagueKey(table.of(), entrant.hospital()).text();
        }
    }

    /** A hospital's place over all measures that count. */
    record OverallPlace(
            String questionnaire,
            String month,
            String hospital,
            int top,
            int bottom,
            int measures,
            int rank,
            int tied,
            int hospitals,
            long restatements,
            long asOfMs) {

        String key() {
            return new LeagueKey(questionnaire, month, hospital).text();
        }

        /** Returns the key of what is compared. */
        String table() {
            return new ComparisonKey(questionnaire, month).text();
        }
    }

    /** Returns the tables in which anybody is compared, by measure and month. */
    Map<String, MonthTable> tables() {
        return tables;
    }

    /** Returns the keys of the tables that must be final: arrivals alone have closed the month at every hospital. */
    Set<String> closed() {
        return closed;
    }

    /** Returns every hospital's place in a measure and month, by the key of its record. */
    Map<String, Place> places() {
        return places;
    }

    /** Returns every hospital's place over all measures, by the key of its record. */
    Map<String, OverallPlace> overall() {
        return overall;
    }

    /** Returns the tables, of measures and of questionnaires, that have changed since all was settled. */
    Set<String> moved(Collection<PartitionRecount> recounts) {
        Set<String> moved = new HashSet<>();
        recounts.forEach(recount -> forEachMonth(recount, (key, row) -> {
            if (recount.isMoved(row)) {
                moved.add(key.text());
                moved.add(questionnaire(key).text());
            }
        }));
        return moved;
    }

    private void forEachMonth(PartitionRecount recount, BiConsumer<ComparisonKey, Integer> action) {
        Rows all = recount.rows();
        for (int row = 0; row < all.size(); row++) {
            if (all.kind(row) == Window.MONTH && recount.place(all.place(row)).unit() == null) {
                String month = rows.span(recount, row).label();
                action.accept(new ComparisonKey(table.measure(all.measure(row)), month), row);
            }
        }
    }

    private MonthTable.Entrant entrant(PartitionRecount recount, int row) {
        Rows all = recount.rows();
        DaySums days = Objects.requireNonNull(rows.days(recount, row), "whole hospitals' months have sums over days");
        return new MonthTable.Entrant(
                recount.place(all.place(row)).hospital(),
                all.n(row),
                all.sum(row),
                all.sumOfSquares(row),
                days.getN(),
                days.getNSquared(),
                days.getSumSquared(),
                all.asOfMs(row),
                all.restatements(row));
    }

    /** Returns what is compared over all measures of a measure's questionnaire. */
    private static ComparisonKey questionnaire(ComparisonKey of) {
        return new ComparisonKey(MeasureName.parse(of.compared()).questionnaire(), of.month());
    }

    private void add(ComparisonKey of, List<MonthTable.Entrant> entrants) {
        Better better = rules.questionnaires()
                .measure(of.compared())
                .map(Measure::better)
                .orElse(Better.HIGHER);
        var compared = new MonthTable(of, better, rules.minimums().published(), entrants);
        if (!compared.compared().isEmpty()) {
            tables.put(compared.key(), compared);
            compared.compared().values().forEach(entrant -> {
                Place place = new Place(compared, entrant);
                places.put(place.key(), place);
            });
        }
    }

    /** Says whether a measure counts: of fewer than five hospitals there are no fifths. */
    private boolean isCounted(MonthTable of) {
        return of.compared().size() >= FEWEST_HOSPITALS
                && rules.questionnaires()
                        .measure(of.of().compared())
                        .filter(measure -> measure.league() == LeagueRole.COUNTED)
                        .isPresent();
    }

    private void standings(ComparisonKey of, List<MonthTable> measures) {
        Map<String, List<Integer>> fifths = new TreeMap<>();
        measures.forEach(each -> each.compared()
                .forEach((hospital, entrant) -> fifths.computeIfAbsent(hospital, code -> new ArrayList<>())
                        .add(each.fifth(entrant))));
        fifths.values().removeIf(own -> 2 * own.size() < measures.size());
        if (measures.size() < FEWEST_MEASURES || fifths.size() < FEWEST_HOSPITALS) {
            return;
        }
        fifths.forEach((hospital, own) -> {
            int net = net(own);
            OverallPlace place = new OverallPlace(
                    of.compared(),
                    of.month(),
                    hospital,
                    (int) own.stream().filter(fifth -> fifth > 0).count(),
                    (int) own.stream().filter(fifth -> fifth < 0).count(),
                    own.size(),
                    1
                            + (int) fifths.values().stream()
                                    .filter(other -> net(other) > net)
                                    .count(),
                    (int) fifths.values().stream()
                            .filter(other -> net(other) == net)
                            .count(),
                    fifths.size(),
                    measures.stream().mapToLong(MonthTable::restatements).sum(),
                    measures.stream().mapToLong(MonthTable::asOfMs).max().orElse(0));
            overall.put(place.key(), place);
        });
    }

    private static int net(List<Integer> fifths) {
        return fifths.stream().mapToInt(Integer::intValue).sum();
    }
}

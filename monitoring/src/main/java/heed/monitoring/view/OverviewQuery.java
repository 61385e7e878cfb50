package heed.monitoring.view;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.key.SeriesKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of the overview asked to see. All of it is in the address, so that it can be kept and passed on.
 *
 * @param find part of the name or code of a hospital, or of what a ward or measure of it is called; empty for all
 * @param measure name of a measure, empty for each hospital's overall one
 * @param region as the hospitals' file has it, empty for all
 * @param whose whether only what the reader follows is wanted, which the address does not say
 * @param state how a hospital must stand; nothing for all
 */
public record OverviewQuery(
        String find, String measure, String region, Whose whose, Optional<Condition> state, OverviewOrder order) {

    public static final OverviewQuery ALL =
            new OverviewQuery("", "", "", Whose.ALL, Optional.empty(), OverviewOrder.ATTENTION);

    /** Which hospitals are wanted. */
    public enum Whose {
        ALL,
        FOLLOWED;

        /** How the address says that only those are wanted that the reader follows. */
        public static final String CODE = "followed";
    }

    /** Of one hospital; more are too many to look through. */
    private static final int MOST_HITS = 5;

    public OverviewQuery {
        find = find.strip();
    }

    /**
     * Reads a query from the parameters of an address, which may be null; a state that is none counts as not asked for.
     */
    public static OverviewQuery of(Function<String, String> parameters) {
        return new OverviewQuery(
                text(parameters, "find"),
                text(parameters, "measure"),
                text(parameters, "region"),
                text(parameters, "whose").equals(Whose.CODE) ? Whose.FOLLOWED : Whose.ALL,
                Condition.named(text(parameters, "state")),
                OverviewOrder.of(text(parameters, "order")));
    }

    private static String text(Function<String, String> parameters, String name) {
        String value = parameters.apply(name);
        return value == null ? "" : value;
    }

    /** Returns the hospitals asked for, in the order asked for. */
    public List<OverviewRow> rows(Snapshot snapshot, Names names, Knowledge known) {
        Optional<String> asked = Optional.of(measure).filter(each -> !each.isEmpty());
        return snapshot.part(Hospitals.class).byCode().values().stream()
                .filter(figures -> region.isEmpty() || region.equals(names.region(figures.code())))
                .filter(figures ->
                        isFound(figures.code(), names) || !hits(figures, names).isEmpty())
                .map(figures -> OverviewRow.of(figures, asked, snapshot, names, known))
                .filter(row -> state.map(each -> each == row.condition()).orElse(true))
                .sorted(order.comparator())
                .toList();
    }

    /**
     * Returns the lines by which a hospital is found: its wards and measures, where it is not found by its own name.
     */
    public List<SeriesKey> hits(HospitalFigures figures, Names names) {
        if (isFound(figures.code(), names)) {
            return List.of();
        }
        Stream<SeriesKey> wards = figures.units().stream()
                .filter(this::contains)
                .map(unit -> new SeriesKey(
                        figures.code(),
                        unit,
                        names.ordered(figures.measures(unit)).get(0)));
        Stream<SeriesKey> measures = names.ordered(figures.measures(null)).stream()
                .filter(each -> contains(names.measure(each)) || contains(each))
                .map(each -> new SeriesKey(figures.code(), null, each));
        return Stream.concat(wards, measures).limit(MOST_HITS).toList();
    }

    private boolean isFound(String code, Names names) {
        return contains(names.hospital(code)) || contains(code);
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT));
    }

    /** Returns the same in another order. */
    public OverviewQuery in(OverviewOrder other) {
        return new OverviewQuery(find, measure, region, whose, state, other);
    }

    /** Tells whether it leaves hospitals out. */
    public boolean isFiltered() {
        return !find.isEmpty() || !region.isEmpty() || whose == Whose.FOLLOWED || state.isPresent();
    }

    /** Returns the end of an address that asks the same, from the question mark on; empty for all. */
    public String parameters() {
        String asked = Stream.of(
                        pair("find", find),
                        pair("measure", measure),
                        pair("region", region),
                        pair("whose", whose == Whose.FOLLOWED ? Whose.CODE : ""),
                        pair("state", state.map(Condition::name).orElse("")),
                        pair("order", order.code()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + Paths.encode(value);
    }
}

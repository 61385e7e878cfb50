package heed.monitoring.view;

import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of the overview asked to see. All of it is in the address, so that it can be kept and passed on.
 *
 * @param find part of a name or code, empty for all
 * @param measure name of a measure, empty for each hospital's overall one
 * @param region as the hospitals' file has it, empty for all
 * @param state how a hospital must stand; nothing for all
 * @param order {@code name} for by name, anything else for what needs attention first
 */
public record OverviewQuery(String find, String measure, String region, Optional<Condition> state, String order) {

    public static final OverviewQuery ALL = new OverviewQuery("", "", "", Optional.empty(), "");

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
                Condition.named(text(parameters, "state")),
                text(parameters, "order"));
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
                .map(figures -> OverviewRow.of(figures, asked, snapshot, names, known))
                .filter(this::matches)
                .sorted(order.equals("name") ? Comparator.comparing(OverviewRow::name) : OverviewRow.URGENT)
                .toList();
    }

    private boolean matches(OverviewRow row) {
        String sought = find.toLowerCase(Locale.ROOT);
        return (row.name().toLowerCase(Locale.ROOT).contains(sought)
                        || row.code().toLowerCase(Locale.ROOT).contains(sought))
                && state.map(each -> each == row.condition()).orElse(true);
    }

    /** Tells whether it leaves hospitals out. */
    public boolean isFiltered() {
        return !find.isEmpty() || !region.isEmpty() || state.isPresent();
    }

    /** Returns the end of an address that asks the same, from the question mark on; empty for all. */
    public String parameters() {
        String asked = Stream.of(
                        pair("find", find),
                        pair("measure", measure),
                        pair("region", region),
                        pair("state", state.map(Condition::name).orElse("")),
                        pair("order", order))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + Paths.encode(value);
    }
}

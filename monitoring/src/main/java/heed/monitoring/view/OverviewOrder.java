package heed.monitoring.view;

import heed.schemas.disclosure.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** In which order the overview has hospitals. Those that cannot be put in it come last, by name. */
public enum OverviewOrder {
    ATTENTION("", "What needs attention first", "ascending", Comparator.comparing(OverviewRow::condition)),
    NAME("name", "By name", "ascending", Comparator.comparing(row -> 0)),
    SCORE("score", "Lowest score first", "ascending", ascending(OverviewRow::month28, OverviewOrder::score)),
    WEEK(
            "week",
            "Lowest score of the last " + Words.SHORT_DAYS + " first",
            "ascending",
            ascending(OverviewRow::week, OverviewOrder::score)),
    ANSWERS("answers", "Most answers first", "descending", ascending(OverviewRow::month28, reading -> reading.shown()
            .map(shown -> -(double) shown.answers()))),
    LAST(
            "last",
            "Longest without an answer first",
            "ascending",
            Comparator.comparing(row -> Objects.requireNonNullElse(row.lastAnswer(), Instant.MAX)));

    private final String code;
    private final String words;
    private final String direction;

    @SuppressWarnings("ImmutableEnumChecker") // a function that keeps nothing
    private final Comparator<OverviewRow> comparator;

    OverviewOrder(String code, String words, String direction, Comparator<OverviewRow> first) {
        this.code = code;
        this.words = words;
        this.direction = direction;
        this.comparator = first.thenComparing(OverviewRow::name);
    }

    /** Returns the order of a code; what needs attention first where it is none. */
    public static OverviewOrder of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(ATTENTION);
    }

    private static Comparator<OverviewRow> ascending(
            Function<OverviewRow, Reading> reading, Function<Reading, Optional<Double>> value) {
        return Comparator.comparingDouble(row -> value.apply(reading.apply(row)).orElse(Double.POSITIVE_INFINITY));
    }

    private static Optional<Double> score(Reading reading) {
        return reading.shown().map(shown -> shown.figures().score());
    }

    /** Returns how an address says it; empty for what needs attention first. */
    public String code() {
        return code;
    }

    /** Returns what it is called. */
    public String words() {
        return words;
    }

    /** Returns {@code ascending} or {@code descending}, of the column that it goes by. */
    public String direction() {
        return direction;
    }

    Comparator<OverviewRow> comparator() {
        return comparator;
    }
}

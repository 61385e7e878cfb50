package heed.monitoring.api;

import heed.schemas.disclosure.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Names what is told of a row, once for JSON and CSV alike. A value that is null is absent.
 *
 * @param <R> what a row is made from
 */
final class Columns<R> {

    private static final double FULL = 10_000;

    private final Map<String, Function<R, Object>> values = new LinkedHashMap<>();

    Columns<R> add(String name, Function<R, Object> value) {
        values.put(name, value);
        return this;
    }

    /**
     * Adds what may be said of some answers, each name with {@code prefix}: {@code n}, {@code suppressed} and, where
     * they are so few, {@code minimum} instead of a figure, or {@code withheld} where it is for another reason; else
     * score and interval as shares and {@code percent} as the page rounds it. Without a reading all are absent.
     */
    Columns<R> addReading(String prefix, Function<R, Optional<Reading>> reading) {
        return add(prefix + "n", row -> reading.apply(row).map(Columns::answers).orElse(null))
                .add(
                        prefix + "suppressed",
                        row -> reading.apply(row).map(Columns::isSuppressed).orElse(null))
                .add(
                        prefix + "withheld",
                        row -> reading.apply(row).map(Columns::why).orElse(null))
                .add(
                        prefix + "minimum",
                        row -> reading.apply(row).map(Columns::minimum).orElse(null))
                .add(prefix + "score", shown(reading, each -> each.figures().score()))
                .add(prefix + "low", shown(reading, each -> each.figures().low()))
                .add(prefix + "high", shown(reading, each -> each.figures().high()))
                .add(prefix + "percent", shown(reading, Reading.Shown::percent));
    }

    private static @Nullable Long answers(Reading reading) {
        return reading instanceof Reading.NoResponses
                ? Long.valueOf(0)
                : reading.shown().map(Reading.Shown::answers).orElse(null);
    }

    private static boolean isSuppressed(Reading reading) {
        return reading instanceof Reading.TooFew || reading instanceof Reading.Withheld;
    }

    private static Reading.@Nullable Why why(Reading reading) {
        return reading instanceof Reading.Withheld withheld ? withheld.why() : null;
    }

    private static @Nullable Integer minimum(Reading reading) {
        return reading instanceof Reading.TooFew few ? few.minimum() : null;
    }

    private static <R> Function<R, Object> shown(
            Function<R, Optional<Reading>> reading, Function<Reading.Shown, Object> value) {
        return row -> reading.apply(row).flatMap(Reading::shown).map(value).orElse(null);
    }

    /**
     * Adds the fields of a contract under their own names, all but lists. Those among {@code basisPoints} become shares
     * of 0 to 1, so that a score is one everywhere.
     */
    Columns<R> addFields(Schema schema, Set<String> basisPoints, Function<R, SpecificRecord> record) {
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().getType() != Schema.Type.ARRAY) {
                Function<R, Object> value = row -> record.apply(row).get(field.pos());
                add(field.name(), basisPoints.contains(field.name()) ? row -> (int) value.apply(row) / FULL : value);
            }
        }
        return this;
    }

    /** Leaves what is named out of rows for which {@code told} does not hold. */
    Columns<R> where(Set<String> names, Predicate<R> told) {
        names.forEach(name ->
                values.computeIfPresent(name, (same, value) -> row -> told.test(row) ? value.apply(row) : null));
        return this;
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Returns what a row has a value of, by name, in order. */
    Map<String, Object> of(R row) {
        Map<String, Object> told = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Object one = value.apply(row);
            if (one != null) {
                told.put(name, one);
            }
        });
        return told;
    }
}

package heed.connectors.intake;

import java.util.List;
import java.util.Map;

/** Holds a JSON value as far as the intake tells values apart. Numbers stay as written. */
sealed interface Json {

    /** Fields in the order of the text; of a field that appears twice, the first. */
    record Fields(Map<String, Json> byName) implements Json {}

    record Items(List<Json> items) implements Json {}

    record Text(String value) implements Json {}

    /** A number without fraction and exponent. */
    record Whole(String digits) implements Json {}

    /** A number with fraction or exponent, which nothing here accepts. */
    record Fraction() implements Json {}

    /** True or false. */
    record Truth(String value) implements Json {}

    /** The JSON null: the same as no field. */
    record Nothing() implements Json {}
}

package heed.connectors.submission;

import java.util.List;
import java.util.Map;

/** Holds a value that was submitted as far as the checks tell values apart. Numbers stay as written. */
public sealed interface Submitted {

    /** Fields in the order in which they were sent. */
    record Fields(Map<String, Submitted> byName) implements Submitted {}

    /** A list, which no field of a submission accepts. */
    record Items(List<Submitted> items) implements Submitted {}

    record Text(String value) implements Submitted {}

    /** A number without fraction and exponent. */
    record Whole(String digits) implements Submitted {}

    /** A number with fraction or exponent, which nothing here accepts. */
    record Fraction() implements Submitted {}

    /** True or false. */
    record Truth(boolean value) implements Submitted {}

    /** A field that is named but left empty: the same as no field. */
    record Nothing() implements Submitted {}
}

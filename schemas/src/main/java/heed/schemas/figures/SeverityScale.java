package heed.schemas.figures;

import heed.schemas.Severity;

/** Says how large a fall is: which class it is of, and the number of that class in metrics and alerts. */
public final class SeverityScale {

    /** Smallest fall that is moderate, 1 being 100 points. */
    public static final double MODERATE = .05;

    /** Smallest fall that is major. */
    public static final double MAJOR = .10;

    /** Smallest fall that is severe. */
    public static final double SEVERE = .20;

    /** The numbers of the classes, as a reader of numbers needs them. */
    public static final String NUMBERS = "1 minor, 2 moderate, 3 major, 4 severe";

    /** Where the classes end, as a reader of words needs them. */
    public static final String LIMITS = "under 5 points minor, under 10 moderate, under 20 major, else severe";

    private SeverityScale() {}

    /** Returns the number of a class, 1 to 4. */
    public static int number(Severity severity) {
        return switch (severity) {
            case MINOR -> 1;
            case MODERATE -> 2;
            case MAJOR -> 3;
            case SEVERE -> 4;
        };
    }
}

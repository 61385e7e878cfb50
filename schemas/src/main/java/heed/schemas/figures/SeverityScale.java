package heed.schemas.figures;

import heed.schemas.Severity;

/** Says how large a fall is: which class it is of, and the number of that class in metrics and alerts. */
public final class SeverityScale {

    /** The numbers of the classes, as a reader of numbers needs them. */
    public static final String NUMBERS = "1 minor, 2 moderate, 3 major, 4 severe";

    /** Where the classes end, as a reader of words needs them. */
    public static final String LIMITS = "under 5 points minor, under 10 moderate, under 20 major, else severe";

    private SeverityScale() {}

    /** Returns the class of a fall, 1 being 100 points. */
    public static Severity of(double fall) {
        if (fall < .05) {
            return Severity.MINOR;
        }
        if (fall < .10) {
            return Severity.MODERATE;
        }
        return fall < .20 ? Severity.MAJOR : Severity.SEVERE;
    }

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

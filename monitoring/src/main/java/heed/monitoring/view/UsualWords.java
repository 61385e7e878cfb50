package heed.monitoring.view;

import heed.schemas.figures.UsualRange;
import heed.schemas.sentence.English;

/** Says where a score lies in the range that is usual of its line. */
public final class UsualWords {

    /** What the range is, for readers who see it drawn. */
    public static final String MEANING =
            "The shaded range is where the score of so many answers usually lies here, in about"
                    + " 95 weeks of 100 that nothing changes in. It allows for answers of one day going together. It is there to"
                    + " read the chart by: what is flagged is found by another rule, which looks after every answer.";

    private UsualWords() {}

    /** Returns the range in which the score of so many answers usually lies. */
    public static String range(UsualRange range) {
        return English.range(range.low95(), range.high95());
    }

    /** Returns where the score lies in it. */
    public static String place(UsualRange range) {
        return switch (range.band()) {
            case MUCH_BELOW -> "far below";
            case BELOW -> "below";
            case AS_EXPECTED -> "within";
            case ABOVE -> "above";
            case MUCH_ABOVE -> "far above";
        };
    }
}

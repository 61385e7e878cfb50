package heed.monitoring.view;

import heed.schemas.Rating;
import heed.schemas.questionnaire.Better;

/**
 * Says whether a hospital is better than its expected range, within it, or worse: which end is good depends on the
 * measure.
 */
public enum Verdict {
    BETTER("better"),
    EXPECTED("expected"),
    WORSE("worse");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Judges a rating by which end of the measure is good. */
    public static Verdict of(Rating rating, Better better) {
        return switch (rating) {
            case WITHIN -> EXPECTED;
            case ABOVE -> better == Better.HIGHER ? BETTER : WORSE;
            case BELOW -> better == Better.HIGHER ? WORSE : BETTER;
        };
    }

    /** Returns it in a word. */
    public String word() {
        return word;
    }

    /** Returns where the score lies and what that means: "Higher than expected: better". */
    public static String words(Rating rating, Better better) {
        return switch (rating) {
            case WITHIN -> "As expected";
            case ABOVE -> "Higher than expected: " + of(rating, better).word;
            case BELOW -> "Lower than expected: " + of(rating, better).word;
        };
    }
}

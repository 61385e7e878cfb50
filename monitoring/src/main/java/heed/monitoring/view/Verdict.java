package heed.monitoring.view;

import heed.schemas.LeagueRow;
import heed.schemas.questionnaire.Better;

/**
 * Says whether a hospital is better than its expected range, within it, or worse: which end is good depends on the
 * measure. Among few hospitals none is rated: what is expected would be little more than the hospital itself.
 */
public enum Verdict {
    BETTER("better"),
    EXPECTED("expected"),
    WORSE("worse"),
    UNRATED("not rated");

    /** Fewest hospitals compared among which one is rated. */
    public static final int FEWEST_RATED = 10;

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Judges a place by its rating, by which end of the measure is good, and by how many are compared. */
    public static Verdict of(LeagueRow row, Better better) {
        if (row.getHospitals() < FEWEST_RATED) {
            return UNRATED;
        }
        return switch (row.getRating()) {
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
    public static String words(LeagueRow row, Better better) {
        Verdict verdict = of(row, better);
        if (verdict == UNRATED) {
            return "Not rated: fewer than " + FEWEST_RATED + " compared";
        }
        return switch (row.getRating()) {
            case WITHIN -> "As expected";
            case ABOVE -> "Higher than expected: " + verdict.word;
            case BELOW -> "Lower than expected: " + verdict.word;
        };
    }
}

package heed.schemas.sentence;

import heed.schemas.MixCheck;
import heed.schemas.MixVerdict;

/**
 * Says of one thing that respondents are told apart by, whether a fall is one of care or one of who answered. In
 * English.
 */
public final class MixSentences {

    /** A fall under half a point is none in words. */
    private static final double NOTHING = 0.005;

    private MixSentences() {}

    /** Returns what respondents are told apart by: "By age:". */
    public static String dimension(MixCheck check) {
        return switch (check.getDimension()) {
            case CHANNEL -> "By way of answering (paper, text message, web):";
            case LANGUAGE -> "By language of the form:";
            case AGE_BAND -> "By age:";
            case UNSTATED -> "By something that this version does not know:";
        };
    }

    /** Returns how much of the fall is left with the same mix as before, and what follows. */
    public static String verdict(MixCheck check) {
        String counted = "As counted the score fell by " + English.points(check.getFall()) + ". ";
        if (check.getFallHeld() == null || check.getVerdict() == MixVerdict.UNKNOWN) {
            return counted
                    + "Too few answers can be compared to say how much would be left with the same mix as before.";
        }
        return counted + "With the same mix as before, " + left(check.getFallHeld()) + "."
                + switch (check.getVerdict()) {
                    case REMAINS -> " The fall is not down to who answered.";
                    case PARTLY -> " Part of the fall is down to who answered.";
                    case EXPLAINED ->
                        " The fall is mostly or wholly down to who answered, not to a change in what they say.";
                    case UNSTATED, UNKNOWN -> "";
                };
    }

    private static String left(double held) {
        if (Math.abs(held) < NOTHING) {
            return "it would hardly have changed";
        }
        return held > 0
                ? "it would have fallen by " + English.points(held)
                : "it would have risen by " + English.points(-held);
    }
}

package heed.monitoring.view;

/** Says of a line of figures without a drop what that means: where nothing could be flagged it is no good news. */
public final class Unflagged {

    private Unflagged() {}

    /** Returns the same of a place where something was flagged, none of which is open any more. */
    static String saidAfter(Condition condition) {
        String over = "What was flagged here is over.";
        return switch (condition) {
            case FALLING, RISING, RECOVERED, AS_USUAL, BY_MONTH -> over;
            case TOO_FEW -> over + " There are few answers" + Words.LATELY + ".";
            case UNKNOWN, QUIET, NO_ANSWERS, LEARNING, NOT_WATCHED, PUBLISHED_ONLY -> over + " " + said(condition);
        };
    }

    /** Returns it in a sentence. */
    public static String said(Condition condition) {
        return switch (condition) {
            case UNKNOWN -> "Nothing was flagged here when it was last known how this is.";
            case QUIET -> "Nothing comes in from here now: how this is can't be said.";
            case NO_ANSWERS -> "Nothing has come in" + Words.LATELY + ": nothing can be said of now.";
            case BY_MONTH -> "Nothing has been flagged here that is shown to everybody.";
            case TOO_FEW -> "Nothing has been flagged here, on few answers" + Words.LATELY + ".";
            case LEARNING -> "Nothing can be flagged here yet: what is usual is still being learned.";
            case NOT_WATCHED -> "This is not watched: nothing is flagged here, whatever happens.";
            case PUBLISHED_ONLY -> "Nothing can be flagged here: only published months are known.";
            case FALLING, RISING, RECOVERED, AS_USUAL -> "Nothing has been flagged here.";
        };
    }
}

package heed.monitoring.page;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.view.Condition;

/** Writes how a line of figures stands as a chip. */
public final class ConditionChip {

    private ConditionChip() {}

    public static Html of(Condition condition) {
        return Chip.of(condition.words(), colour(condition));
    }

    private static String colour(Condition condition) {
        return switch (condition) {
            case FALLING -> "red";
            case UNKNOWN, QUIET -> "amber";
            case RISING, RECOVERED, AS_USUAL -> "green";
            case LEARNING -> "blue";
            case NOT_WATCHED, PUBLISHED_ONLY, BY_MONTH, TOO_FEW, NO_ANSWERS -> "grey";
        };
    }
}

package heed.monitoring.spc;

import heed.monitoring.spc.XmrSignal.Way;
import heed.schemas.questionnaire.Better;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Says what kind of variation a point shows, as the first of the two icons of Making Data Count does. */
public enum Variation {
    /** Nothing that chance would not do. */
    COMMON_CAUSE,
    IMPROVING_HIGH,
    IMPROVING_LOW,
    CONCERNING_HIGH,
    CONCERNING_LOW;

    /**
     * Returns what signals mean where {@code better} is the good end. Where some point to better and some to worse it
     * is an improvement, as in the tools of Making Data Count.
     */
    public static Variation of(Collection<XmrSignal> signals, Better better) {
        Way good = better == Better.HIGHER ? Way.UP : Way.DOWN;
        List<Way> ways = signals.stream()
                .map(XmrSignal::way)
                .sorted(Comparator.comparing(way -> way != good))
                .toList();
        if (ways.isEmpty()) {
            return COMMON_CAUSE;
        }
        if (ways.get(0) == good) {
            return good == Way.UP ? IMPROVING_HIGH : IMPROVING_LOW;
        }
        return good == Way.UP ? CONCERNING_LOW : CONCERNING_HIGH;
    }

    public boolean isImproving() {
        return this == IMPROVING_HIGH || this == IMPROVING_LOW;
    }
}

package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.schemas.key.FlagKey;
import java.time.Instant;

/** Tells flags that can have been from what only a foreign writer can have put on their topic. */
final class PossibleFlag {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private PossibleFlag() {}

    /** Tells whether {@code flag} says what happened where and when, and of a budget that there can be. */
    static boolean isPossible(Flag flag) {
        try {
            var unused = FlagKey.of(flag);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return flag.getKind() != FlagKind.UNSTATED
                && !flag.getAt().isBefore(FIRST)
                && !flag.getAt().isAfter(LAST)
                && flag.getFalseAlarmDays() >= 1
                && flag.getFalseAlarmDays() < Double.POSITIVE_INFINITY;
    }
}

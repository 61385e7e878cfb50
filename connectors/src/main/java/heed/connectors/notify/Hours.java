package heed.connectors.notify;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a route is told; what comes at other times waits for the next of these.
 *
 * @param from first moment of the day
 * @param to first moment after; not after {@code from} where they go on past midnight, which is of the day they began
 *     on
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** At any time. */
    public static final Hours ALWAYS =
            new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Hours {
        days = Set.copyOf(days);
    }

    /** Tells whether a route is told at {@code now}, a time of its own zone. */
    public boolean include(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(now.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return (days.contains(now.getDayOfWeek()) && !time.isBefore(from))
                || (days.contains(now.minusDays(1).getDayOfWeek()) && time.isBefore(to));
    }
}

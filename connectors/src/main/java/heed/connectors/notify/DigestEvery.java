package heed.connectors.notify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How often a route is told of all that came since, in one message: at seven in the morning of its zone. */
public enum DigestEvery {
    DAY,
    WEEK;

    private static final LocalTime AT = LocalTime.of(7, 0);

    /** Returns the last moment at which one was due. */
    public Instant lastDue(ZonedDateTime now) {
        ZonedDateTime day = now.toLocalTime().isBefore(AT) ? now.minusDays(1) : now;
        ZonedDateTime due = this == WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        return due.toLocalDate().atTime(AT).atZone(now.getZone()).toInstant();
    }
}

package heed.monitoring.view.report;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A calendar month by a hospital's zone, as far as it is.
 *
 * @param today the hospital's date
 */
public record ReportMonth(YearMonth month, ZoneId zone, LocalDate today, State state) {

    /** How far a month is. */
    public enum State {
        /** Some of its days are still to come. */
        SO_FAR,
        /** It is over; answers that were given in it may still come in. */
        OVER,
        /** Only a correction or a withdrawal changes it now. */
        CLOSED
    }

    /** Returns a month that has begun at {@code now}. */
    static ReportMonth of(YearMonth month, ZoneId zone, Instant now, Disclosure disclosure) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return new ReportMonth(month, zone, now.atZone(zone).toLocalDate(), state(end, now, disclosure));
    }

    /** Those who are told of closed months alone have their now at the end of the newest of these. */
    private static State state(Instant end, Instant now, Disclosure disclosure) {
        if (now.isBefore(end)) {
            return State.SO_FAR;
        }
        return disclosure.isByRelease() || !now.isBefore(end.plus(disclosure.lateness())) ? State.CLOSED : State.OVER;
    }

    /** Returns the month before, which is over. */
    Instant startOfBefore() {
        return month.minusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    Instant start() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }

    /** Returns the last of its days that has come. */
    LocalDate lastDay() {
        return state == State.SO_FAR ? today : month.atEndOfMonth();
    }

    /** Returns what it is called: October 2026, with "so far" while it lasts. */
    public String said() {
        return name() + (state == State.SO_FAR ? " so far" : "");
    }

    String name() {
        return English.month(month);
    }

    String nameOfBefore() {
        return English.month(month.minusMonths(1));
    }

    /** Returns in a word or two how sure it is that its figures stay. */
    public String stands() {
        return switch (state) {
            case SO_FAR -> "So far";
            case OVER -> "Still open";
            case CLOSED -> "Final";
        };
    }

    /** Returns in a sentence what that means. */
    public String meaning() {
        return switch (state) {
            case SO_FAR ->
                "The month lasts: these are its days up to " + English.date(today) + ", and every figure still moves.";
            case OVER -> "The month is over; answers that were given in it may still come in.";
            case CLOSED -> "Only a correction or a withdrawal changes it now.";
        };
    }
}

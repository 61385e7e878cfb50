package heed.bench;

import heed.schemas.questionnaire.Measure;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/** Counts again what a contender should say, by plain means that share no code with any of them. */
final class ExpectedScores {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long HOUR_MS = 3_600_000;
    /** The shortest window of units is the day, the second one. */
    private static final int UNITS_FROM = 1;

    private final Totals totals = new Totals();
    private final Map<Long, String[]> windowsOfHour = new HashMap<>();
    private long counted;
    private long duplicates;
    private long corrected;
    private long withdrawn;

    /** Counts a response that was not seen before. */
    void count(Given given) {
        counted++;
        add(given, 1);
    }

    /** Puts a correction in the place of what it corrects. */
    void correct(Given before, Given after) {
        corrected++;
        add(before, -1);
        add(after, 1);
    }

    /** Takes a response out. */
    void withdraw(Given given) {
        withdrawn++;
        add(given, -1);
    }

    void duplicate() {
        duplicates++;
    }

    private void add(Given given, int sign) {
        String[] windows =
                windowsOfHour.computeIfAbsent(Math.floorDiv(given.givenAtMs(), HOUR_MS), ExpectedScores::windows);
        addTo(Totals.hash(given.hospital() + "||"), given, sign, windows, 0);
        addTo(Totals.hash(given.hospital() + "|" + given.unit() + "|"), given, sign, windows, UNITS_FROM);
    }

    private void addTo(long place, Given given, int sign, String[] windows, int shortest) {
        for (int i = 0; i < given.answers().length; i++) {
            int points = Survey.points(given.answers()[i]);
            if (points != Measure.EXCLUDED) {
                long series = Totals.hash(place, Survey.measure(i));
                for (int window = shortest; window < windows.length; window++) {
                    totals.add(Totals.hash(series, windows[window]), sign, (long) sign * points);
                }
            }
        }
    }

    long counted() {
        return counted;
    }

    long duplicates() {
        return duplicates;
    }

    /** Returns how many records there are of every kind. */
    long records() {
        return counted + duplicates + corrected + withdrawn;
    }

    Totals totals() {
        return totals;
    }

    /** Says what the input holds, for a reader. */
    String text() {
        return "%,d counted, %,d duplicates, %,d corrections, %,d withdrawals"
                .formatted(counted, duplicates, corrected, withdrawn);
    }

    private static String[] windows(long hour) {
        ZonedDateTime at = Instant.ofEpochMilli(hour * HOUR_MS).atZone(LONDON);
        LocalDate day = at.toLocalDate();
        return new String[] {
            "|HOUR|" + at.truncatedTo(ChronoUnit.HOURS).toInstant(),
            "|DAY|" + midnight(day),
            "|WEEK|" + midnight(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
            "|MONTH|" + midnight(day.withDayOfMonth(1))
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }
}

package heed.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/** Counts again what the pipeline should say, by plain means that share no code with it. */
final class ExpectedScores {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long HOUR_MS = 3_600_000;

    private final Totals totals = new Totals();
    private final Map<Long, String[]> windowsOfHour = new HashMap<>();
    private long counted;
    private long duplicates;

    /** Counts a response to {@code fft-2020} that was not seen before. */
    void count(String hospital, String unit, String answer, long givenAtMs) {
        counted++;
        int positive = answer.equals("very_good") || answer.equals("good") ? 10_000 : 0;
        int negative = answer.equals("very_poor") || answer.equals("poor") ? 10_000 : 0;
        String[] windows = windowsOfHour.computeIfAbsent(Math.floorDiv(givenAtMs, HOUR_MS), ExpectedScores::windows);
        for (String prefix : new String[] {hospital + "||", hospital + "|" + unit + "|"}) {
            long good = Totals.hash(prefix + "fft-2020.positive");
            long bad = Totals.hash(prefix + "fft-2020.negative");
            for (String window : windows) {
                if (window.startsWith("|HOUR|") && !prefix.equals(hospital + "||")) {
                    continue;
                }
                totals.add(Totals.hash(good, window), 1, positive);
                totals.add(Totals.hash(bad, window), 1, negative);
            }
        }
    }

    void duplicate() {
        duplicates++;
    }

    long counted() {
        return counted;
    }

    long duplicates() {
        return duplicates;
    }

    Totals totals() {
        return totals;
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

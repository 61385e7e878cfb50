package heed.app.acceptance;

import heed.schemas.Answer;
import heed.schemas.Feedback;
import heed.schemas.Score;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the surviving FFT answers again, in one pass over the input, with java.time and a map: no class of the score step.
 */
final class Recount {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<String> ANSWERS = Set.of("very_good", "good", "neither", "poor", "very_poor", "dont_know");

    private Recount() {}

    /** Returns hospital|unit|measure|window|start to n, sum, sum of squares; without rows that hold no answer. */
    static Map<String, List<Long>> of(Collection<Load.Item> input) {
        Map<String, Feedback> surviving = new HashMap<>();
        for (Load.Item item : input) {
            Feedback feedback = item.feedback();
            if (!feedback.getWithdrawn() && !ANSWERS.contains(answer(feedback))) {
                continue;
            }
            surviving.merge(feedback.getHospital() + "/" + feedback.getFeedbackId(), feedback, Recount::prevailing);
        }
        Map<String, long[]> sums = new TreeMap<>();
        surviving.values().stream().filter(feedback -> !feedback.getWithdrawn()).forEach(f -> add(f, sums));
        Map<String, List<Long>> counted = new TreeMap<>();
        sums.forEach((key, row) -> counted.put(key, Arrays.stream(row).boxed().toList()));
        return counted;
    }

    /** Returns the same of scores as the pipeline wrote them. */
    static Map<String, List<Long>> of(Map<String, Score> scores) {
        Map<String, List<Long>> counted = new TreeMap<>();
        scores.forEach((key, score) -> {
            if (score.getN() > 0) {
                counted.put(key, List.of(score.getN(), score.getSum(), score.getSumOfSquares()));
            }
        });
        return counted;
    }

    private static Feedback prevailing(Feedback one, Feedback other) {
        if (one.getWithdrawn() || other.getWithdrawn()) {
            return one.getWithdrawn() ? one : other;
        }
        return other.getRevision() > one.getRevision() ? other : one;
    }

    private static void add(Feedback feedback, Map<String, long[]> sums) {
        String answer = answer(feedback);
        ZonedDateTime local = feedback.getGivenAt().atZone(LONDON);
        ZonedDateTime day = local.truncatedTo(ChronoUnit.DAYS);
        Map<String, ZonedDateTime> windows = Map.of(
                "HOUR", local.truncatedTo(ChronoUnit.HOURS),
                "DAY", day,
                "WEEK", day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                "MONTH", day.withDayOfMonth(1));
        windows.forEach((window, start) -> {
            for (String place : places(feedback)) {
                add(
                        sums,
                        place,
                        "positive",
                        window,
                        start,
                        Set.of("very_good", "good").contains(answer));
                add(
                        sums,
                        place,
                        "negative",
                        window,
                        start,
                        Set.of("poor", "very_poor").contains(answer));
            }
        });
    }

    private static List<String> places(Feedback feedback) {
        String whole = feedback.getHospital() + "|";
        return feedback.getUnit() == null ? List.of(whole) : List.of(whole, whole + feedback.getUnit());
    }

    private static void add(
            Map<String, long[]> sums, String place, String measure, String window, ZonedDateTime start, Boolean yes) {
        String key = place + "|fft-2020." + measure + "|" + window + "|" + start.toInstant();
        long[] row = sums.computeIfAbsent(key, k -> new long[3]);
        row[0]++;
        row[1] += yes ? 10_000 : 0;
        row[2] += yes ? 100_000_000 : 0;
    }

    private static String answer(Feedback feedback) {
        List<Answer> answers = feedback.getAnswers();
        return answers.isEmpty() ? "" : answers.get(0).getAnswer();
    }
}

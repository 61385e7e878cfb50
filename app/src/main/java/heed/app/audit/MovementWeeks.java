package heed.app.audit;

import heed.schemas.key.WeekKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out what all hospitals did together, a week and measure, from the recounted days.
 *
 * <p>Of each measure the weeks are gone through from the first on. A hospital takes part with as many answers in the
 * week as may be published; its own level is its mean over those of the 52 weeks before in which it had as many and the
 * week has a level, with that level taken out. The week's level is the mean of what hospitals are above their own,
 * without the fifth at either end. Source: docs/watch.md, "Did others fall too?".
 */
final class MovementWeeks {

    /** Fewer hospitals have no level. */
    private static final int FEWEST = 10;

    private static final int WEEKS_BEFORE = 52;
    private static final int FIFTH = 5;
    private static final double FULL = 10_000;

    private final int minimum;
    private final Map<String, MovementWeeks.Week> byKey = new TreeMap<>();
    private final SortedMap<String, SortedMap<LocalDate, Map<String, Answers>>> measures = new TreeMap<>();
    private final Map<String, String> questionnaires = new HashMap<>();
    private final Map<String, SortedMap<LocalDate, Long>> newest = new HashMap<>();

    /** Works out all weeks of {@code recounts}. */
    MovementWeeks(Collection<PartitionRecount> recounts, RecountRules rules, PointsTable table, Mondays mondays) {
        this.minimum = rules.minimums().published();
        recounts.forEach(recount -> recount.channelDays()
                .all()
                .forEach((which, day) -> add(which, day, mondays.of(which.hospital(), which.startMs()), table)));
        measures.forEach(this::weeks);
    }

    /**
     * A week of all hospitals in one measure.
     *
     * @param level difference of scores to a first week, 1 is 100 points
     * @param movement level less the mean of those of the weeks before; null in a first week
     * @param movementError standard error of that
     */
    record Week(
            String questionnaire,
            String measure,
            LocalDate monday,
            double level,
            double error,
            @Nullable Double movement,
            double movementError,
            int weeksBefore,
            int hospitals,
            long asOfMs) {

        String key() {
            return WeekKey.at(measure, monday).text();
        }
    }

    private record Answers(long n, long sum) {

        Answers plus(ChannelDays.Sums more) {
            return new Answers(n + more.n(), sum + more.sum());
        }

        double mean() {
            return sum / FULL / n;
        }
    }

    /** Returns the weeks by the key of their record. */
    Map<String, Week> byKey() {
        return byKey;
    }

    private void add(ChannelDays.Which which, ChannelDays.Day day, LocalDate monday, PointsTable table) {
        String questionnaire = which.questionnaire().id();
        newest.computeIfAbsent(questionnaire, id -> new TreeMap<>()).merge(monday, day.asOfMs(), Math::max);
        for (ChannelDays.Sums[] ofChannel : day.byChannel().values()) {
            for (int i = 0; i < ofChannel.length; i++) {
                if (ofChannel[i].n() != 0) {
                    String measure = table.measure(which.questionnaire().measure(i));
                    questionnaires.put(measure, questionnaire);
                    Map<String, Answers> week = measures.computeIfAbsent(measure, name -> new TreeMap<>())
                            .computeIfAbsent(monday, each -> new HashMap<>());
                    week.put(
                            which.hospital(),
                            week.getOrDefault(which.hospital(), new Answers(0, 0))
                                    .plus(ofChannel[i]));
                }
            }
        }
    }

    private void weeks(String measure, SortedMap<LocalDate, Map<String, Answers>> weeks) {
        weeks.values().forEach(hospitals -> hospitals.values().removeIf(answers -> answers.n() < minimum));
        String questionnaire = Objects.requireNonNull(questionnaires.get(measure), "a measure is of a questionnaire");
        SortedMap<LocalDate, Week> levels = new TreeMap<>();
        weeks.forEach((monday, hospitals) -> {
            Collection<Week> before =
                    levels.subMap(monday.minusWeeks(WEEKS_BEFORE), monday).values();
            double[] above = before.isEmpty() ? new double[hospitals.size()] : above(hospitals, weeks, before);
            if (above.length >= FEWEST) {
                Week week = week(questionnaire, measure, monday, above, List.copyOf(before));
                levels.put(monday, week);
                byKey.put(week.key(), week);
            }
        });
    }

    /** Returns by how much each hospital that had answers before is above its own level. */
    private static double[] above(
            Map<String, Answers> hospitals, SortedMap<LocalDate, Map<String, Answers>> weeks, Collection<Week> before) {
        List<Double> above = new ArrayList<>();
        hospitals.forEach((hospital, now) -> {
            long n = 0;
            double withoutLevels = 0;
            for (Week earlier : before) {
                Answers then = weeks.getOrDefault(earlier.monday(), Map.of()).get(hospital);
                if (then != null) {
                    n += then.n();
                    withoutLevels += then.sum() / FULL - then.n() * earlier.level();
                }
            }
            if (n > 0) {
                above.add(now.mean() - withoutLevels / n);
            }
        });
        return above.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Week week(String questionnaire, String measure, LocalDate monday, double[] above, List<Week> before) {
        Arrays.sort(above);
        int hospitals = above.length;
        int cut = hospitals / FIFTH;
        double level = Arrays.stream(above, cut, hospitals - cut).average().orElse(0);
        double error = spread(above, cut) * Math.sqrt(hospitals) / (hospitals - 2 * cut);
        double usual = before.stream().mapToDouble(Week::level).average().orElse(0);
        double squares = before.stream()
                .mapToDouble(week -> week.error() * week.error())
                .average()
                .orElse(0);
        return new Week(
                questionnaire,
                measure,
                monday,
                level,
                error,
                before.isEmpty() ? null : level - usual,
                before.isEmpty() ? 0 : Math.sqrt(error * error + squares / before.size()),
                before.size(),
                hospitals,
                asOfMs(questionnaire, monday));
    }

    /** Returns the standard deviation of sorted values, those at either end drawn in to the next that is left. */
    private static double spread(double[] sorted, int cut) {
        double[] drawnIn = sorted.clone();
        Arrays.fill(drawnIn, 0, cut, sorted[cut]);
        Arrays.fill(drawnIn, sorted.length - cut, sorted.length, sorted[sorted.length - cut - 1]);
        double mean = Arrays.stream(drawnIn).average().orElse(0);
        return Math.sqrt(Arrays.stream(drawnIn)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (drawnIn.length - 1));
    }

    private long asOfMs(String questionnaire, LocalDate monday) {
        return Stream.of(questionnaire)
                .map(newest::get)
                .flatMap(weeks -> weeks.headMap(monday.plusDays(1)).values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }
}

package heed.schemas.questionnaire;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Says what each answer to one question is worth.
 *
 * @param name questionnaire first, for example {@code fft-2020.positive}
 * @param title what a high score means, for a reader
 * @param question code of the question that is scored
 * @param points worth of every answer in basis points, 0 to 10,000, or {@link #EXCLUDED}
 * @param watch how the watch treats the measure
 * @param better which end is the good one
 * @param league whether it counts when hospitals are ranked over all measures
 * @param target score in whole percent that is aimed at, where somebody has set one
 */
public record Measure(
        String name,
        String title,
        String question,
        Map<String, Integer> points,
        WatchRole watch,
        Better better,
        LeagueRole league,
        OptionalInt target) {

    /** Worth of an answer that is left out of the measure, denominator included. */
    public static final int EXCLUDED = -1;

    /** Worth of the best answer, in basis points. */
    public static final int MOST_POINTS = 10_000;

    public Measure {
        points = Map.copyOf(points);
    }

    /**
     * Returns what each option of {@code asked} is worth, in the options' order: for use where every response passes.
     */
    public int[] pointsByOption(Question asked) {
        return asked.options().stream()
                .mapToInt(option -> points.get(option.code()))
                .toArray();
    }
}

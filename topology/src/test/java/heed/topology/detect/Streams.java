package heed.topology.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Makes streams as hospitals give them: silent days, late and early answers, corrections, falls and their ends. */
final class Streams {

    private static final long FIRST_DAY = 20_000;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int[] POINTS = {10_000, 7_500, 5_000, 2_500, 0};

    private Streams() {}

    /** Streams of up to five months; most have a fall after the second month, some a rise, for some weeks. */
    static Arbitrary<List<Line>> untidy() {
        return Combinators.combine(
                        evenly(0, Integer.MAX_VALUE), evenly(40, 150), evenly(8, 30), evenly(-14, 60), evenly(5, 50))
                .as(Streams::untidy);
    }

    /** Numbers without jqwik's preference for the ends, which would be streams where nothing happens. */
    private static Arbitrary<Integer> evenly(int least, int most) {
        return Arbitraries.integers()
                .between(least, most)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    private static List<Line> untidy(int seed, int days, int perDay, int fallPercent, int fallDays) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        List<Line> taken = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            boolean low = day >= 60 && day < 60 + fallDays;
            int answers = random.nextInt(12) == 0 ? 0 : random.nextInt(2 * perDay);
            for (int i = 0; i < answers; i++) {
                long late = random.nextInt(10) == 0 ? random.nextInt(5) - 1 : 0;
                Line line = answer(random, FIRST_DAY + day - late, low ? .85 - fallPercent / 100.0 : .85);
                lines.add(line);
                taken.add(line);
                if (random.nextInt(25) == 0) {
                    lines.add(taken.get(taken.size() - 1 - random.nextInt(Math.min(taken.size(), 60)))
                            .retracted());
                }
            }
        }
        return lines;
    }

    /** An answer of that day at any time, whose score is {@code mean} on average. */
    static Line answer(Random random, long day, double mean) {
        int points = random.nextDouble() < mean ? POINTS[random.nextInt(20) / 16] : POINTS[2 + random.nextInt(3)];
        return new Line(day * DAY + random.nextInt((int) DAY), points, Line.Kind.ANSWER);
    }

    /** Answers of successive days up to and with {@code lastDay}, in order. */
    static List<Line> steady(Random random, int days, int perDay, long lastDay) {
        List<Line> lines = new ArrayList<>();
        for (long day = lastDay - days + 1; day <= lastDay; day++) {
            for (int i = 0; i < perDay; i++) {
                lines.add(answer(random, day, .9));
            }
        }
        return lines;
    }
}

package heed.schemas.sentence;

import heed.schemas.Drop;
import java.util.Locale;

/**
 * Rounds a score and the usual one, each out of 100, half up: to whole numbers, or to one decimal where those are the same.
 *
 * @param now the score since the fall
 * @param usual the score before it
 */
record Figures(String now, String usual) {

    static Figures of(Drop drop) {
        long now = rounded(drop.getScore() * 100);
        long usual = rounded(drop.getBaseline() * 100);
        return now == usual
                ? new Figures(tenths(drop.getScore()), tenths(drop.getBaseline()))
                : new Figures(Long.toString(now), Long.toString(usual));
    }

    /** Returns a score out of 100 as a whole number. */
    static String whole(double score) {
        return Long.toString(rounded(score * 100));
    }

    private static String tenths(double score) {
        return String.format(Locale.ROOT, "%.1f", rounded(score * 1000) / 10.0);
    }

    private static long rounded(double value) {
        return (long) Math.floor(value + .5);
    }
}

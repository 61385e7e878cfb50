package heed.schemas.sentence;

import java.util.Locale;

/**
 * Rounds a score and the usual one, each out of 100, half up: to whole numbers, or to one decimal where those are the
 * same.
 *
 * @param now the score since it changed
 * @param usual the score before it
 */
public record Figures(String now, String usual) {

    /** Rounds both, so that they can be told apart. */
    public static Figures of(double score, double baseline) {
        long now = rounded(score * 100);
        long usual = rounded(baseline * 100);
        return now == usual
                ? new Figures(tenths(score), tenths(baseline))
                : new Figures(Long.toString(now), Long.toString(usual));
    }

    /** Returns a score out of 100 as a whole number. */
    static String whole(double score) {
        return Long.toString(rounded(score * 100));
    }

    /** Returns a score out of 100 with one decimal. */
    static String tenths(double score) {
        return String.format(Locale.ROOT, "%.1f", rounded(score * 1000) / 10.0);
    }

    static long rounded(double value) {
        return (long) Math.floor(value + .5);
    }
}

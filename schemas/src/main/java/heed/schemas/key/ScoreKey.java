package heed.schemas.key;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.name.Codes;
import heed.schemas.topic.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * Writes and reads the key of {@link Topics#SCORES}: {@code hospital|unit|measure|window|start}.
 *
 * <p>The unit is empty for the hospital as a whole (null here); the start is the window's first instant in UTC, for
 * example {@code RJ1|WARD-7|fft-2020.positive|DAY|2026-03-01T00:00:00Z}.
 */
public record ScoreKey(String hospital, String unit, String measure, Window window, Instant start) {

    private static final int PARTS = 5;

    public ScoreKey {
        Codes.requireCode("hospital", hospital);
        if (unit != null) {
            Codes.requireCode("unit", unit);
        }
        Codes.requireMeasure(measure);
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(start, "start");
    }

    /** Returns the key as it is written to the topic. */
    public static String of(String hospital, String unit, String measure, Window window, Instant start) {
        return new ScoreKey(hospital, unit, measure, window, start).text();
    }

    /** Returns the key of a score's own fields. */
    public static String of(Score score) {
        return of(score.getHospital(), score.getUnit(), score.getMeasure(), score.getWindow(), score.getStart());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ScoreKey parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a key hospital|unit|measure|window|start: '" + key + "'");
        }
        try {
            return new ScoreKey(
                    parts[0],
                    parts[1].isEmpty() ? null : parts[1],
                    parts[2],
                    Window.valueOf(parts[3]),
                    Instant.parse(parts[4]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a key hospital|unit|measure|window|start: '" + key + "'", e);
        }
    }

    /**
     * Returns the part of a key that all windows share, {@code hospital|unit|measure|}: whoever writes many keys keeps it and
     * appends {@link #ending}.
     */
    public static String beginning(String hospital, String unit, String measure) {
        Codes.requireCode("hospital", hospital);
        if (unit != null) {
            Codes.requireCode("unit", unit);
        }
        return joined(hospital, unit, Codes.requireMeasure(measure));
    }

    /** Returns the part of a key that names the window, {@code window|start}. */
    public static String ending(Window window, Instant start) {
        return window.name() + '|' + start;
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return joined(hospital, unit, measure) + ending(window, start);
    }

    private static String joined(String hospital, String unit, String measure) {
        return hospital + '|' + (unit == null ? "" : unit) + '|' + measure + '|';
    }

    @Override
    public String toString() {
        return text();
    }
}

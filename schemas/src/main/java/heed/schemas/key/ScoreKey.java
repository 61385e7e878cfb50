package heed.schemas.key;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.topic.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Names one score, a line of figures in one window, and is the key of {@link Topics#SCORES}:
 * {@code hospital|unit|measure|window|start}.
 *
 * <p>The start is the window's first instant in UTC, for example
 * {@code RJ1|WARD-7|fft-2020.positive|DAY|2026-03-01T00:00:00Z}.
 */
public record ScoreKey(SeriesKey series, Window window, Instant start) {

    private static final String SHAPE = "hospital|unit|measure|window|start";

    public ScoreKey {
        series.requireNames();
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(start, "start");
    }

    /** Returns the key of a score's own fields. */
    public static ScoreKey of(Score score) {
        return new ScoreKey(SeriesKey.of(score), score.getWindow(), score.getStart());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ScoreKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        try {
            return new ScoreKey(
                    new SeriesKey(parts.get(0), KeyText.orNull(parts.get(1)), parts.get(2)),
                    Window.valueOf(parts.get(3)),
                    Instant.parse(parts.get(4)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(KeyText.refusal(key, SHAPE), e);
        }
    }

    /**
     * Returns what follows a line's {@link SeriesKey#text} in the keys of its scores, {@code |window|start}: whoever
     * writes many keys keeps both.
     */
    public static String ending(Window window, Instant start) {
        return KeyText.join(KeyText.join("", window.name()), start.toString());
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return series + ending(window, start);
    }

    @Override
    public String toString() {
        return text();
    }
}

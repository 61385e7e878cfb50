package heed.schemas.key;

import heed.schemas.ChannelDay;
import heed.schemas.topic.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Names a day of one questionnaire at a hospital, and is the key of {@link Topics#CHANNELS}:
 * {@code hospital|questionnaire|start}, the start being the day's first instant in UTC, for example
 * {@code RJ1|fft-2020|2026-03-01T00:00:00Z}.
 */
public record ChannelKey(String hospital, String questionnaire, Instant start) {

    private static final String SHAPE = "hospital|questionnaire|start";

    public ChannelKey {
        KeyText.requireCode("hospital", hospital);
        KeyText.requireCode("questionnaire", questionnaire);
        Objects.requireNonNull(start, "start");
    }

    /** Returns the key of a day's own fields. */
    public static ChannelKey of(ChannelDay day) {
        return new ChannelKey(day.getHospital(), day.getQuestionnaire(), day.getStart());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ChannelKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        try {
            return new ChannelKey(parts.get(0), parts.get(1), Instant.parse(parts.get(2)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(KeyText.refusal(key, SHAPE), e);
        }
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(KeyText.join(hospital, questionnaire), start.toString());
    }

    @Override
    public String toString() {
        return text();
    }
}

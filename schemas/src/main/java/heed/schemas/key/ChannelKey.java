package heed.schemas.key;

import heed.schemas.ChannelDay;
import heed.schemas.name.Codes;
import heed.schemas.topic.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * Writes and reads the key of {@link Topics#CHANNELS}: {@code hospital|questionnaire|start}, the start being the day's first
 * instant in UTC, for example {@code RJ1|fft-2020|2026-03-01T00:00:00Z}.
 */
public record ChannelKey(String hospital, String questionnaire, Instant start) {

    private static final int PARTS = 3;

    public ChannelKey {
        Codes.requireCode("hospital", hospital);
        Codes.requireCode("questionnaire", questionnaire);
        Objects.requireNonNull(start, "start");
    }

    /** Returns the key of a day's own fields. */
    public static String of(ChannelDay day) {
        return new ChannelKey(day.getHospital(), day.getQuestionnaire(), day.getStart()).text();
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static ChannelKey parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a key hospital|questionnaire|start: '" + key + "'");
        }
        try {
            return new ChannelKey(parts[0], parts[1], Instant.parse(parts[2]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a key hospital|questionnaire|start: '" + key + "'", e);
        }
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return hospital + '|' + questionnaire + '|' + start;
    }

    @Override
    public String toString() {
        return text();
    }
}

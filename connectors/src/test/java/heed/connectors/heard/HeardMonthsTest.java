package heed.connectors.heard;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeardMonthsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());

    @Test
    void tellsPublishedMonthsFromAnsweredOnesByTheHospitalsCalendarAndPassesOverWhatIsNoResponse() {
        // Given
        var log = List.of(
                on("H1", value("H1", Channel.PUBLISHED, "2026-03-05T09:00:00Z")),
                on("H1", value("H1", Channel.SMS, "2026-03-31T23:00:00Z")),
                on("H1", "no feedback".getBytes(StandardCharsets.UTF_8)),
                on("H1", null),
                on("H9", value("H9", Channel.SMS, "2026-03-05T09:00:00Z")),
                on(null, value("H1", Channel.SMS, "2026-05-05T09:00:00Z")));

        // When
        var months = HeardMonths.in(
                log::forEach,
                Set.of("H1"),
                code -> LONDON,
                serdes.of(Topics.FEEDBACK).deserializer());

        // Then
        assertThat(months.isPublished(month("H1", 3))).isTrue();
        assertThat(months.isAnswered(month("H1", 3))).isFalse();
        assertThat(months.isAnswered(month("H1", 4))).isTrue();
        assertThat(months.isAnswered(month("H1", 5))).isFalse();
        assertThat(months.isAnswered(month("H9", 3))).isFalse();
    }

    private static HeardMonth month(String hospital, int month) {
        return new HeardMonth(hospital, "fft-2020", YearMonth.of(2026, month));
    }

    private static ConsumerRecord<String, byte[]> on(@Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.FEEDBACK.name(), 0, 0, key, value);
    }

    private byte[] value(String hospital, Channel channel, String givenAt) {
        return serdes.of(Topics.FEEDBACK)
                .serializer()
                .serialize(
                        Topics.FEEDBACK.name(),
                        Feedback.newBuilder()
                                .setFeedbackId("00000000-0000-4000-8000-000000000000")
                                .setHospital(hospital)
                                .setQuestionnaire("fft-2020")
                                .setGivenAt(Instant.parse(givenAt))
                                .setChannel(channel)
                                .setAnswers(List.of(new Answer("overall", "good")))
                                .build());
    }
}

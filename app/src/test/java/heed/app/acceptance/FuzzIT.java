package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand bad records on the input topic: each is kept with its reason, and nothing else suffers. */
class FuzzIT {

    private static final int BAD = 10_000;
    private static final int GOOD = 1_000;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final byte[] KEY = "H1".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(77);

    @TempDir
    private Path data;

    @Test
    void everyBadRecordIsKeptWithItsReasonAndEveryGoodOneBetweenThemCounts() throws Exception {
        // Given
        try (TestServers servers = TestServers.start(data.resolve("servers"));
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers)) {
            heed.await(line -> line.contains("http://"));
            AvroSerdes serdes = new AvroSerdes(HttpSchemaRegistry.at(servers.registryUrl()));
            List<String> bad = new ArrayList<>();

            // When
            try (Writing<byte[], byte[]> feedback = new Writing<>(new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers.bootstrap()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()))) {
                for (int i = 0; i < BAD; i++) {
                    byte[] value = bad(serdes, i);
                    byte[] key = i % 40 == 9 ? null : KEY;
                    bad.add(text(key) + " " + text(value));
                    feedback.write(record(key, value));
                    if (i % 10 == 0) {
                        Feedback fine = feedback(NOW, "fft-2020", "overall", "good");
                        feedback.write(record(KEY, wire(serdes, fine)));
                    }
                }
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> topics.isWorkedOff("heed"));

            // Then
            List<ConsumerRecord<String, byte[]>> rejected = topics.read(Topics.REJECTED);
            assertThat(rejected.stream().map(r -> text(bytes(r.key())) + " " + text(r.value())))
                    .containsExactlyInAnyOrderElementsOf(bad);
            assertThat(reasons(rejected))
                    .contains(
                            "null_key",
                            "null_value",
                            "not_avro_wire_format",
                            "unknown_schema",
                            "malformed_avro",
                            "dated_in_future",
                            "too_late",
                            "unknown_questionnaire",
                            "unknown_answer",
                            "key_not_hospital")
                    .allMatch(reason -> RejectionReason.ofCode(reason).isPresent());
            Recounted recounted = Recounted.of(data.resolve("heed"), servers);
            assertThat(recounted.text()).contains("The scores equal the recount.");
            assertThat(recounted.count("counted")).isEqualTo(GOOD);
            assertThat(recounted.count("rejected")).isEqualTo(BAD);
            assertThat(heed.isAlive()).isTrue();
        }
    }

    private HeedProcess up(TestServers servers) {
        return HeedProcess.up(servers, data.resolve("heed"));
    }

    private byte[] bad(AvroSerdes serdes, int i) {
        return switch (i % 10) {
            case 0 -> noise(1 + random.nextInt(300));
            case 1 -> {
                byte[] value = wire(serdes, feedback(NOW, "fft-2020", "overall", "good"));
                value[0] = 7;
                yield value;
            }
            case 2 -> {
                byte[] value = wire(serdes, feedback(NOW, "fft-2020", "overall", "good"));
                value[1] = 0x7F;
                value[4] = (byte) i;
                yield value;
            }
            case 3 -> {
                byte[] value = wire(serdes, feedback(NOW, "fft-2020", "overall", "good"));
                yield Arrays.copyOf(value, random.nextInt(value.length));
            }
            case 4 -> null;
            case 5 ->
                wire(
                        serdes,
                        feedback(NOW.plus(Duration.ofDays(1 + random.nextInt(9_999))), "fft-2020", "overall", "good"));
            case 6 ->
                wire(
                        serdes,
                        feedback(
                                NOW.minus(Duration.ofDays(46 + random.nextInt(99_999))),
                                "fft-2020",
                                "overall",
                                "good"));
            case 7 -> wire(serdes, feedback(NOW, "fft-" + i, "overall", "good"));
            case 8 -> wire(serdes, feedback(NOW, "experience-1", "overall", Integer.toString(11 + random.nextInt(99))));
            default -> wire(serdes, at("H2", feedback(NOW, "fft-2020", "overall", "good")));
        };
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        return bytes;
    }

    private Feedback feedback(Instant givenAt, String questionnaire, String question, String answer) {
        return Feedback.newBuilder()
                .setFeedbackId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital("H1")
                .setQuestionnaire(questionnaire)
                .setGivenAt(givenAt)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer(question, answer)))
                .build();
    }

    private static Feedback at(String hospital, Feedback feedback) {
        return Feedback.newBuilder()
                .setFeedbackId(feedback.getFeedbackId())
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital(hospital)
                .setQuestionnaire(feedback.getQuestionnaire())
                .setGivenAt(feedback.getGivenAt())
                .setChannel(feedback.getChannel())
                .setAnswers(feedback.getAnswers())
                .setLanguage(feedback.getLanguage())
                .setAgeBand(feedback.getAgeBand())
                .build();
    }

    private static byte[] wire(AvroSerdes serdes, Feedback feedback) {
        return serdes.of(Topics.FEEDBACK).serializer().serialize(Topics.FEEDBACK.name(), feedback);
    }

    private static ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ProducerRecord<>(Topics.FEEDBACK.name(), null, NOW.toEpochMilli(), key, value);
    }

    private static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    private static Set<String> reasons(List<ConsumerRecord<String, byte[]>> rejected) {
        return rejected.stream()
                .map(record -> new String(
                        record.headers().lastHeader(RejectedHeaders.REASON).value(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}

package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Feedback;
import heed.schemas.topic.Topics;
import heed.topology.tally.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class FuzzTest {

    private static final byte[] KEY = "H1".getBytes(StandardCharsets.UTF_8);
    private static final int BAD = 10_000;

    private final Random random = new Random(42);

    @Test
    void everyBadRecordIsRejectedWithItsBytesAndEveryGoodOneBetweenThemCounts() {
        // Given
        try (TopologyFixture pipeline = new TopologyFixture()) {
            List<byte[]> bad = new ArrayList<>();

            // When
            for (int i = 0; i < BAD; i++) {
                byte[] value = badValue(pipeline, i);
                bad.add(value);
                pipeline.receive(i % 50 == 7 ? null : KEY, value, NOON);
                if (i % 10 == 0) {
                    pipeline.receive(aResponse("good" + i).rated("good").arrived(NOON));
                }
            }

            // Then
            List<TestRecord<byte[], byte[]>> rejected = pipeline.rejected();
            assertThat(rejected).hasSize(BAD);
            for (int i = 0; i < BAD; i++) {
                assertThat(rejected.get(i).value()).isEqualTo(bad.get(i));
                assertThat(rejected.get(i).getRecordTime()).isEqualTo(NOON);
            }
            assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(BAD / 10);
            assertThat(pipeline.score("H1||fft-2020.positive|MONTH|2026-05-31T23:00:00Z")
                            .getN())
                    .isEqualTo(BAD / 10);
        }
    }

    private byte[] badValue(TopologyFixture pipeline, int i) {
        return switch (i % 12) {
            case 0 -> noise(random.nextInt(300));
            case 1 -> wrongMagic(wire(pipeline, aResponse("b" + i).rated("good")));
            case 2 -> unknownSchema(wire(pipeline, aResponse("b" + i).rated("good")), i);
            case 3 -> {
                byte[] whole = wire(pipeline, aResponse("b" + i).rated("good"));
                yield Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            case 4 -> null;
            case 5 ->
                wire(
                        pipeline,
                        aResponse("b" + i)
                                .given(NOON.plus(Duration.ofDays(1 + random.nextInt(9_999))))
                                .rated("good"));
            case 6 ->
                wire(
                        pipeline,
                        aResponse("b" + i)
                                .given(Instant.ofEpochMilli(random.nextLong() >> 12))
                                .rated("good"));
            case 7 ->
                wire(pipeline, aResponse("b" + i).questionnaire("fft-1999").rated("good"));
            case 8 -> wire(pipeline, aResponse("b" + i).rated("rather_good"));
            case 9 ->
                wire(
                        pipeline,
                        aResponse("b" + i).questionnaire("experience-1").answer("overall", Integer.toString(11 + i)));
            case 10 -> wire(pipeline, aResponse("b" + i).at("H2").rated("good"));
            default -> wire(pipeline, aResponse("b" + i).unit("ward no " + i).rated("good"));
        };
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (length > 0) {
            bytes[0] |= 1;
        }
        return bytes;
    }

    private static byte[] wrongMagic(byte[] value) {
        value[0] = 1;
        return value;
    }

    private static byte[] unknownSchema(byte[] value, int i) {
        value[1] = 1;
        value[4] = (byte) i;
        return value;
    }

    private static byte[] wire(TopologyFixture pipeline, ResponseBuilder response) {
        Feedback feedback = response.build();
        return pipeline.serdes.of(Topics.FEEDBACK).serializer().serialize(Topics.FEEDBACK.name(), feedback);
    }
}

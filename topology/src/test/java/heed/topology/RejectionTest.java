package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.rejected.RejectionReason;
import heed.topology.tally.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectionTest {

    private static final String POSITIVE_DAY = "H1||fft-2020.positive|DAY|2026-05-31T23:00:00Z";

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aResponseIsAdmittedUpToAnHourAheadAndUpToTheLateness() {
        // When
        pipeline.receive(
                aResponse("r1")
                        .given(NOON)
                        .arrived(NOON.minus(Duration.ofHours(1)))
                        .rated("good"),
                aResponse("r2")
                        .given(NOON)
                        .arrived(NOON.plus(Duration.ofDays(45)))
                        .rated("good"),
                aResponse("r3")
                        .given(NOON)
                        .arrived(NOON.minus(Duration.ofHours(1)).minusMillis(1))
                        .rated("good"),
                aResponse("r4")
                        .given(NOON)
                        .arrived(NOON.plus(Duration.ofDays(45)).plusMillis(1))
                        .rated("good"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isEqualTo(2);
        assertThat(pipeline.rejectionReasons()).containsExactly("dated_in_future", "too_late");
    }

    @Test
    void oneFutureResponseMakesNoOtherHospitalsResponseLate() {
        // When
        pipeline.receive(
                aResponse("r1")
                        .at("H2")
                        .given(NOON.plus(Duration.ofDays(4_000)))
                        .arrived(NOON)
                        .rated("good"),
                aResponse("r2")
                        .given(NOON.minus(Duration.ofDays(40)))
                        .arrived(NOON)
                        .rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("dated_in_future");
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(1);
    }

    @Test
    void aRejectedRecordKeepsItsBytesItsSourceAndAnArrivalTimeThatTheBrokerAccepts() {
        // Given
        byte[] key = "H1".getBytes(StandardCharsets.UTF_8);
        byte[] value = {9, 9, 9};

        // When
        pipeline.receive(key, value, NOON);

        // Then
        var rejected = pipeline.rejected().get(0);
        assertThat(rejected.key()).isEqualTo(key);
        assertThat(rejected.value()).isEqualTo(value);
        assertThat(rejected.getRecordTime()).isEqualTo(NOON);
        assertThat(rejected.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly(
                        RejectedHeaders.REASON + "=not_avro_wire_format",
                        RejectedHeaders.STEP + "=admit",
                        RejectedHeaders.SOURCE_TOPIC + "=heed.feedback.v1",
                        RejectedHeaders.SOURCE_PARTITION + "=0",
                        RejectedHeaders.SOURCE_OFFSET + "=0",
                        RejectedHeaders.SOURCE_TIMESTAMP + "=" + NOON.toEpochMilli(),
                        RejectedHeaders.DETAIL + "=" + RejectionReason.NOT_AVRO_WIRE_FORMAT.description());
    }

    /** A producer refuses what is over a mebibyte, which would end the pipeline at each try. */
    @Test
    void aRecordOfMoreThanNineHundredThousandBytesIsRejectedWithoutThem() {
        // When
        pipeline.receive(new byte[2], new byte[899_998], NOON);
        pipeline.receive(new byte[2], new byte[899_999], NOON);
        pipeline.receive(new byte[899_999], new byte[2], NOON);
        var rejected = pipeline.rejected();

        // Then
        assertThat(rejected).hasSize(3);
        assertThat(rejected.get(0).key()).hasSize(2);
        assertThat(rejected.get(0).value()).hasSize(899_998);
        assertThat(detail(rejected.get(0))).doesNotContain("too large");
        assertThat(rejected.subList(1, 3)).allSatisfy(tooLarge -> {
            assertThat(tooLarge.key()).isNull();
            assertThat(tooLarge.value()).isNull();
            assertThat(detail(tooLarge)).endsWith("; too large to be kept here");
        });
    }

    @Test
    void aRejectedRecordCountsWhenItIsSentAgainAfterTheFaultIsMended() {
        // Given
        pipeline.receive(aResponse("r1").arrived(NOON.plus(Duration.ofDays(46))).rated("good"));
        var rejected = pipeline.rejected().get(0);

        // When
        pipeline.receive(rejected.key(), rejected.value(), NOON.plus(Duration.ofDays(45)));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isZero();
    }

    @Test
    void everyRecordIsAccountedFor() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aResponse("r1").rated("good"),
                aResponse("r1").revision(2).rated("poor"),
                aWithdrawal("r1"),
                aResponse("r2").rated("excellent"),
                aResponse("r3"));
        pipeline.receive(null, new byte[] {1}, NOON);
        pipeline.receive("H1".getBytes(StandardCharsets.UTF_8), null, Instant.EPOCH);

        // Then
        assertThat(pipeline.rejectionReasons())
                .containsExactly("unknown_answer", "no_answers", "null_key", "null_value");
        assertThat(pipeline.tally().in()).isEqualTo(8);
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.CORRECTED)).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.WITHDRAWN)).isEqualTo(1);
        assertThat(pipeline.tally().of(RejectionReason.NULL_KEY)).isEqualTo(1);
    }

    private static String detail(TestRecord<byte[], byte[]> rejected) {
        return new String(rejected.headers().lastHeader(RejectedHeaders.DETAIL).value(), StandardCharsets.UTF_8);
    }
}

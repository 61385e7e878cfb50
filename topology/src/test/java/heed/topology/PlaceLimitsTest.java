package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.topology.admit.AdmitRules;
import heed.topology.tally.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many places there may be is a setting: what is beyond is refused, with its reason, and shuts nobody out. */
class PlaceLimitsTest {

    private static final PlaceLimits LIMITS = new PlaceLimits(UnknownHospitals.ACCEPT, 2, 3, 1_000, 1_000);

    private TopologyFixture pipeline;

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void refusesHospitalsBeyondTheLimitAndNoneThatIsKnown() {
        // Given
        pipeline = pipeline(LIMITS);

        // When
        pipeline.receive(
                aResponse("r1").at("H1").rated("good"),
                aResponse("r2").at("H2").rated("good"),
                aResponse("r3").at("H3").rated("good"),
                aResponse("r4").at("H1").rated("good"),
                aResponse("r5").at("H2").rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("too_many_hospitals");
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(4);
    }

    @Test
    void refusesUnitsBeyondTheLimitOfTheirHospital() {
        // Given
        pipeline = pipeline(LIMITS);

        // When
        IntStream.rangeClosed(1, 4)
                .forEach(i -> pipeline.receive(
                        aResponse("a" + i).at("H1").unit("W" + i).rated("good"),
                        aResponse("b" + i).at("H2").unit("W" + i).rated("good")));
        pipeline.receive(aResponse("again").at("H1").unit("W3").rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("too_many_units", "too_many_units");
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(7);
    }

    @Test
    void refusesPlacesBeyondTheLimitOfAllHospitals() {
        // Given
        pipeline = pipeline(new PlaceLimits(UnknownHospitals.ACCEPT, 10, 10, 3, 1_000));

        // When
        pipeline.receive(
                aResponse("r1").at("H1").unit("W1").rated("good"),
                aResponse("r2").at("H2").unit("W1").rated("good"),
                aResponse("r3").at("H1").unit("W2").rated("good"),
                aResponse("r4").at("H2").rated("good"),
                aResponse("r5").at("H1").unit("W1").rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("too_many_places", "too_many_places");
    }

    @Test
    void refusesAQuestionnaireThatBringsMoreMeasuresThanMayBeWatched() {
        // Given
        // Of fft-2020 one measure is watched at each place, of experience-1 five.
        pipeline = pipeline(new PlaceLimits(UnknownHospitals.ACCEPT, 10, 10, 10, 2));

        // When
        pipeline.receive(
                aResponse("r1").at("H1").unit("W1").rated("good"),
                aResponse("r2").at("H1").questionnaire("experience-1").answer("overall", "10"),
                aResponse("r3").at("H2").rated("good"),
                aResponse("r4").at("H1").unit("W1").rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("too_many_keys", "too_many_keys");
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(2);
    }

    @Test
    void whatIsRefusedTakesNoPlaceAndCountsOnceTheLimitIsRaised() {
        // Given
        pipeline = pipeline(LIMITS);
        pipeline.receive(
                aResponse("r1").at("H1").rated("good"),
                aResponse("r2").at("H2").rated("no such answer"),
                aResponse("r3").at("H3").rated("good"),
                aResponse("r4").at("H4").rated("good"));
        List<TestRecord<byte[], byte[]>> rejected = pipeline.rejected();
        pipeline.close();

        // When
        pipeline = pipeline(new PlaceLimits(UnknownHospitals.ACCEPT, 3, 3, 1_000, 1_000));
        pipeline.receive(
                aResponse("r1").at("H1").rated("good"), aResponse("r3").at("H3").rated("good"));
        TestRecord<byte[], byte[]> again = rejected.get(1);
        pipeline.receive(again.key(), again.value(), again.getRecordTime());

        // Then
        assertThat(rejected).hasSize(2);
        assertThat(pipeline.rejectionReasons()).isEmpty();
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(3);
    }

    @Test
    void countsNoHospitalOfTheFileAndRefusesTheOthersWhereTheFileIsTheList() {
        // Given
        HospitalDirectory file =
                HospitalDirectory.of(List.of(listed("H1"), listed("H2"), listed("H3")), HospitalDirectory.DEFAULT_ZONE);
        pipeline = new TopologyFixture(config(new PlaceLimits(UnknownHospitals.REJECT, 1, 1, 1, 1)), file);

        // When
        pipeline.receive(
                aResponse("r1").at("H1").rated("good"),
                aResponse("r2").at("H2").rated("good"),
                aResponse("r3").at("H3").rated("good"),
                aResponse("r4").at("H4").rated("good"),
                aResponse("r5").at("H3").unit("W1").rated("good"),
                aResponse("r6").at("H1").unit("W1").rated("good"));

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("unknown_hospital", "too_many_places");
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(4);
    }

    @Test
    void takesAWithdrawalWhateverUnitItNames() {
        // Given
        pipeline = pipeline(new PlaceLimits(UnknownHospitals.ACCEPT, 1, 1, 2, 1_000));
        pipeline.receive(aResponse("r1").at("H1").unit("W1").rated("good"));

        // When
        pipeline.receive(aWithdrawal("r1").at("H1").unit("W2").arrived(NOON.plusSeconds(90)));

        // Then
        assertThat(pipeline.rejectionReasons()).isEmpty();
        assertThat(pipeline.tally().of(Outcome.WITHDRAWN)).isEqualTo(1);
    }

    private static Hospital listed(String code) {
        return new Hospital(code, code, HospitalDirectory.DEFAULT_ZONE);
    }

    private static TopologyFixture pipeline(PlaceLimits limits) {
        return new TopologyFixture(config(limits));
    }

    private static PipelineConfig config(PlaceLimits limits) {
        PipelineConfig usual = TopologyFixture.CONFIG;
        return new PipelineConfig(
                new AdmitRules(Duration.ofDays(45), Duration.ofMillis(1), limits),
                usual.ledger(),
                usual.score(),
                usual.watch(),
                usual.watchTime(),
                usual.silence(),
                usual.league(),
                usual.episode());
    }
}

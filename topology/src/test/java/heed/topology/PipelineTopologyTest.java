package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.topology.score.ScoreRules;
import heed.topology.tally.Outcome;
import heed.topology.tally.PipelineTallies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTopologyTest {

    private static final String POSITIVE_DAY = "H1||fft-2020.positive|DAY|2026-05-31T23:00:00Z";

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void theTopologyIsAsRecorded() throws IOException {
        // Given
        MemorySchemaRegistry registry = new MemorySchemaRegistry();

        // When
        String description = TopologyFixture.topology(
                        TopologyFixture.CONFIG,
                        HospitalDirectory.empty(),
                        registry,
                        new AvroSerdes(registry),
                        new PipelineTallies())
                .describe()
                .toString();

        // Then
        assertThat(description.strip())
                .isEqualTo(resource("expected-topology.txt").strip());
        assertThat(description).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void aResponseCountsInEveryWindowOfItsHospitalAndFromTheDayUpOfItsUnit() {
        // When
        pipeline.receive(aResponse("r1").unit("W1").rated("good"));

        // Then
        assertThat(pipeline.scores().keySet())
                .containsExactlyInAnyOrder(
                        "H1||fft-2020.negative|DAY|2026-05-31T23:00:00Z",
                        "H1||fft-2020.negative|HOUR|2026-06-01T11:00:00Z",
                        "H1||fft-2020.negative|MONTH|2026-05-31T23:00:00Z",
                        "H1||fft-2020.negative|WEEK|2026-05-31T23:00:00Z",
                        "H1||fft-2020.positive|DAY|2026-05-31T23:00:00Z",
                        "H1||fft-2020.positive|HOUR|2026-06-01T11:00:00Z",
                        "H1||fft-2020.positive|MONTH|2026-05-31T23:00:00Z",
                        "H1||fft-2020.positive|WEEK|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.negative|DAY|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.negative|MONTH|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.negative|WEEK|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.positive|DAY|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.positive|MONTH|2026-05-31T23:00:00Z",
                        "H1|W1|fft-2020.positive|WEEK|2026-05-31T23:00:00Z");
        Score day = pipeline.score(POSITIVE_DAY);
        assertThat(day.getLabel()).isEqualTo("2026-06-01");
        assertThat(day.getEnd()).isEqualTo("2026-06-01T23:00:00Z");
        assertThat(day.getAsOf()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void neitherAndDontKnowStayInTheDenominator() {
        // When
        pipeline.receive(
                aResponse("r1").rated("very_good"),
                aResponse("r2").rated("neither"),
                aResponse("r3").rated("dont_know"),
                aResponse("r4").rated("poor"));

        // Then
        Score positive = pipeline.score(POSITIVE_DAY);
        assertThat(positive.getN()).isEqualTo(4);
        assertThat(positive.getSum()).isEqualTo(10_000);
        assertThat(positive.getSumOfSquares()).isEqualTo(100_000_000L);
        assertThat(positive.getScore()).isEqualTo(2_500);
    }

    @Test
    void anExcludedAnswerLeavesTheDenominator() {
        // When
        pipeline.receive(
                aResponse("r1")
                        .questionnaire("experience-1")
                        .answer("overall", "8")
                        .answer("dignity", "yes_always")
                        .answer("support", "not_applicable"),
                aResponse("r2").questionnaire("experience-1").answer("dignity", "yes_sometimes"));

        // Then
        assertThat(pipeline.scores().values())
                .filteredOn(score -> score.getLabel().equals("2026-06-01"))
                .extracting(Score::getMeasure, Score::getN, Score::getSum)
                .containsExactlyInAnyOrder(
                        tuple("experience-1.overall", 1L, 8_000L), tuple("experience-1.dignity", 2L, 15_000L));
    }

    @Test
    void noResponsesTooFewAndAScoreOfZeroAreThreeThings() {
        // Given
        var rules = new ScoreRules(new Minimums(5, 8), Duration.ofDays(45), Duration.ofHours(1), Window.HOUR);
        PipelineConfig config = new PipelineConfig(
                TopologyFixture.CONFIG.admit(),
                TopologyFixture.CONFIG.ledger(),
                rules,
                TopologyFixture.CONFIG.watch(),
                TopologyFixture.CONFIG.watchTime(),
                TopologyFixture.CONFIG.silence(),
                TopologyFixture.CONFIG.league(),
                TopologyFixture.CONFIG.episode());
        int[] answers = {0, 3, 5, 10, 2};
        try (TopologyFixture small = new TopologyFixture(config)) {
            // When
            for (int hospital = 0; hospital < answers.length; hospital++) {
                for (int i = 0; i < Math.max(1, answers[hospital]); i++) {
                    small.receive(
                            aResponse(hospital + "-" + i).at("H" + hospital).rated("poor"));
                }
            }
            small.receive(aWithdrawal("0-0").at("H0"));

            // Then
            assertThat(small.scores().values())
                    .filteredOn(score -> score.getMeasure().equals("fft-2020.positive")
                            && score.getLabel().equals("2026-06-01"))
                    .extracting(
                            Score::getHospital,
                            Score::getN,
                            Score::getSuppressed,
                            Score::getScore,
                            Score::getHigh,
                            Score::getAudience)
                    .containsExactly(
                            tuple("H0", 0L, false, null, null, Audience.NOBODY),
                            tuple("H1", 3L, true, null, null, Audience.NOBODY),
                            tuple("H2", 5L, false, 0, 4_345, Audience.INTERNAL),
                            tuple("H3", 10L, false, 0, 2_775, Audience.PUBLISHED),
                            tuple("H4", 2L, true, null, null, Audience.NOBODY));
        }
    }

    @Test
    void aDuplicateChangesNothing() {
        // When
        pipeline.receive(aResponse("r1").rated("good"), aResponse("r1").rated("good"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void otherAnswersOrAnotherUnitUnderAnIdAndRevisionThatStandAreAConflictAndTheFirstStand() {
        // When
        pipeline.receive(
                aResponse("r1").unit("W1").rated("good"),
                aResponse("r1").unit("W1").rated("poor"),
                aResponse("r1").unit("W2").rated("good"),
                aResponse("r1").unit(null).rated("good"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isEqualTo(1);
        assertThat(pipeline.score(POSITIVE_DAY).getSum()).isEqualTo(10_000);
        assertThat(pipeline.tally().of(Outcome.CONFLICT)).isEqualTo(3);
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isZero();
    }

    @Test
    void anotherTimeOrChannelOrAnAnswerThatIsWorthTheSameIsADuplicate() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aResponse("r1").rated("very_good"),
                aResponse("r1").rated("good").given(NOON.minus(Duration.ofDays(1))),
                aResponse("r1").rated("good").by(Channel.PAPER));

        // Then
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(3);
        assertThat(pipeline.tally().of(Outcome.CONFLICT)).isZero();
    }

    @Test
    void ofAnEarlierRevisionThanStandsItIsNotAskedWhatItSaid() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aResponse("r1").revision(2).rated("good"),
                aResponse("r1").rated("poor"),
                aResponse("r1").revision(2).rated("poor"));

        // Then
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(pipeline.tally().of(Outcome.CONFLICT)).isEqualTo(1);
    }

    @Test
    void aCorrectionReplacesWhatWasCountedEvenInAnotherWindowAndUnit() {
        // When
        pipeline.receive(
                aResponse("r1").unit("W1").rated("good"),
                aResponse("r1")
                        .revision(2)
                        .unit("W2")
                        .given(NOON.minus(Duration.ofDays(1)))
                        .rated("poor"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isZero();
        assertThat(pipeline.score(POSITIVE_DAY).getScore()).isNull();
        assertThat(pipeline.score("H1|W1|fft-2020.positive|DAY|2026-05-31T23:00:00Z")
                        .getN())
                .isZero();
        Score before = pipeline.score("H1|W2|fft-2020.negative|DAY|2026-05-30T23:00:00Z");
        assertThat(before.getN()).isEqualTo(1);
        assertThat(before.getSum()).isEqualTo(10_000);
        assertThat(pipeline.tally().of(Outcome.CORRECTED)).isEqualTo(1);
    }

    @Test
    void aLowerRevisionThatComesLaterIsADuplicate() {
        // When
        pipeline.receive(
                aResponse("r1").revision(2).rated("poor"),
                aResponse("r1").revision(1).rated("good"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getSum()).isZero();
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aWithdrawalTakesTheResponseOutForGood() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aWithdrawal("r1"),
                aResponse("r1").revision(9).rated("poor"),
                aWithdrawal("r1"));

        // Then
        assertThat(pipeline.score(POSITIVE_DAY).getN()).isZero();
        assertThat(pipeline.tally().of(Outcome.WITHDRAWN)).isEqualTo(2);
        assertThat(pipeline.tally().of(Outcome.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aResponseThatWasWithdrawnBeforeItCameIsNotCounted() {
        // When
        pipeline.receive(aWithdrawal("r1"), aResponse("r1").rated("good"));

        // Then
        assertThat(pipeline.scores()).isEmpty();
        assertThat(pipeline.tally().of(Outcome.WITHDRAWN)).isEqualTo(2);
    }

    @Test
    void aWindowIsFinalOnceTheLatenessHasPassed() {
        // Given
        pipeline.receive(aResponse("r1").rated("good"));
        boolean early = pipeline.score(POSITIVE_DAY).getFinal$();

        // When
        Instant end = Instant.parse("2026-06-01T23:00:00Z");
        pipeline.receive(aResponse("r2")
                .at("H2")
                .given(end.plus(Duration.ofDays(45)))
                .arrived(end.plus(Duration.ofDays(45)))
                .rated("good"));

        // Then
        assertThat(early).isFalse();
        assertThat(pipeline.score(POSITIVE_DAY).getFinal$()).isTrue();
        assertThat(pipeline.score("H1||fft-2020.positive|MONTH|2026-05-31T23:00:00Z")
                        .getFinal$())
                .isFalse();
    }

    @Test
    void aWindowOfASilentPartitionIsMadeFinalByTheWallClock() {
        // Given
        pipeline.receive(aResponse("r1")
                .given(Instant.ofEpochMilli(1))
                .arrived(Instant.ofEpochMilli(1))
                .rated("good"));

        // When
        pipeline.driver.advanceWallClockTime(Duration.ofDays(46).plusHours(25));

        // Then
        assertThat(pipeline.score("H1||fft-2020.positive|DAY|1969-12-31T23:00:00Z")
                        .getFinal$())
                .isTrue();
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(PipelineTopologyTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

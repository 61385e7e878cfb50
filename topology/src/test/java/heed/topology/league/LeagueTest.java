package heed.topology.league;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.DaySums;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Rating;
import heed.schemas.Score;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import heed.topology.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The league as a reader of its topics sees it. */
class LeagueTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void hospitalsAreRankedByScoreAndNobodyBelowTheMinimum() {
        // Given
        answers("A", 20, 10);
        answers("B", 28, 2);
        answers("C", 20, 10);
        answers("D", 20, 0);

        // When
        Map<String, LeagueRow> league = pipeline.compare().latest(Topics.LEAGUE);

        // Then
        assertThat(league.values())
                .filteredOn(row -> row.getMeasure().equals("fft-2020.positive"))
                .extracting(LeagueRow::getHospital, LeagueRow::getRank, LeagueRow::getN, LeagueRow::getScore)
                .containsExactly(tuple("A", 2, 30L, 6_667), tuple("B", 1, 30L, 9_333), tuple("C", 2, 30L, 6_667));
        assertThat(league.get("fft-2020.positive|2026-06|B"))
                .extracting(
                        LeagueRow::getHospitals,
                        LeagueRow::getMinimum,
                        LeagueRow::getFinal$,
                        LeagueRow::getRestatements,
                        LeagueRow::getRating)
                .containsExactly(3, 21, false, 0L, Rating.WITHIN);
    }

    @Test
    void whereLowIsGoodTheLowestScoreRanksFirst() {
        // Given
        answers("A", 20, 10);
        answers("B", 28, 2);

        // When
        Map<String, LeagueRow> league = pipeline.compare().latest(Topics.LEAGUE);

        // Then
        assertThat(league.get("fft-2020.negative|2026-06|B").getRank()).isEqualTo(1);
        assertThat(league.get("fft-2020.negative|2026-06|A").getRank()).isEqualTo(2);
    }

    @Test
    void theNationalRowPoolsTheHospitalsComparedAndCountsTheOthers() {
        // Given
        answers("A", 20, 10);
        answers("B", 28, 2);
        answers("C", 20, 0);

        // When
        National national = pipeline.compare().latest(Topics.NATIONAL).get("fft-2020.positive|2026-06");

        // Then
        assertThat(national.getN()).isEqualTo(60);
        assertThat(national.getSum()).isEqualTo(480_000);
        assertThat(national.getScore()).isEqualTo(8_000);
        assertThat(national.getP0()).isEqualTo(0.8);
        assertThat(national.getAnswerRatio()).isEqualTo(1);
        assertThat(national.getHospitals()).isEqualTo(2);
        assertThat(national.getBelowMinimum()).isEqualTo(1);
        assertThat(national.getMinimum()).isEqualTo(21);
        // By hand: z = (2/15) / sqrt(.16 / 30) twice, phi = 10/3, so (20/3 - 1) / (375 - 187.5).
        assertThat(national.getTau2()).isCloseTo((20.0 / 3 - 1) / 187.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void aRowIsTakenBackWhenItsHospitalFallsBelowTheMinimum() {
        // Given
        answers("A", 20, 1);
        answers("B", 28, 2);
        Set<String> before = Set.copyOf(pipeline.compare().latest(Topics.LEAGUE).keySet());

        // When
        Instant later = NOON.plus(Duration.ofDays(1));
        pipeline.receive(aWithdrawal("A-0").at("A").given(later).arrived(later));
        pipeline.compare();

        // Then
        assertThat(before).contains("fft-2020.positive|2026-06|A");
        assertThat(pipeline.latest(Topics.LEAGUE).keySet())
                .containsExactly("fft-2020.negative|2026-06|B", "fft-2020.positive|2026-06|B");
        LeagueRow left = pipeline.latest(Topics.LEAGUE).get("fft-2020.positive|2026-06|B");
        assertThat(left.getRestatements()).isEqualTo(1);
        assertThat(left.getAsOf()).isEqualTo(later);
        assertThat(left.getHospitals()).isEqualTo(1);
    }

    @Test
    void theLastHospitalToFallBelowTheMinimumTakesTheNationalRowWithIt() {
        // Given
        answers("A", 20, 1);
        int before = pipeline.compare().latest(Topics.NATIONAL).size();

        // When
        pipeline.receive(aWithdrawal("A-0").at("A")).compare();

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(pipeline.latest(Topics.NATIONAL)).isEmpty();
        assertThat(pipeline.latest(Topics.LEAGUE)).isEmpty();
    }

    @Test
    void aComparisonIsFinalOnceTheMonthIsFinalForEveryHospital() {
        // Given
        answers("A", 20, 10);
        answers("B", 28, 2);

        // When
        Instant over = Instant.parse("2026-06-30T23:00:00Z").plus(Duration.ofDays(45));
        pipeline.receive(aResponse("late").at("C").given(over).arrived(over).rated("good"))
                .compare();

        // Then
        assertThat(pipeline.latest(Topics.LEAGUE).values())
                .extracting(LeagueRow::getMonth, LeagueRow::getFinal$)
                .containsOnly(tuple("2026-06", true));
    }

    @Test
    void aLeagueIsNotComparedAgainBeforeItsInterval() {
        // Given
        answers("A", 20, 10);
        pipeline.driver.advanceWallClockTime(Duration.ofSeconds(1));
        pipeline.driver.advanceWallClockTime(Duration.ofSeconds(1));
        long compared = pipeline.latest(Topics.LEAGUE)
                .get("fft-2020.positive|2026-06|A")
                .getN();

        // When
        pipeline.receive(aResponse("more").at("A").rated("good"));
        pipeline.driver.advanceWallClockTime(Duration.ofSeconds(3));
        pipeline.driver.advanceWallClockTime(Duration.ofSeconds(1));
        long before = pipeline.latest(Topics.LEAGUE)
                .get("fft-2020.positive|2026-06|A")
                .getN();
        pipeline.compare();

        // Then
        assertThat(compared).isEqualTo(30);
        assertThat(before).isEqualTo(30);
        assertThat(pipeline.latest(Topics.LEAGUE)
                        .get("fft-2020.positive|2026-06|A")
                        .getN())
                .isEqualTo(31);
    }

    @Test
    void whileABacklogIsWorkedOffTheNextLeagueRestsLonger() {
        // Given
        pipeline.driver.advanceWallClockTime(Duration.between(Instant.EPOCH, NOON.plus(Duration.ofDays(32))));
        answers("A", 20, 10, NOON);
        answers("A", 20, 10, NOON.plus(Duration.ofDays(31)));

        // When
        List<Integer> comparedAfter = Stream.of(2, 5, 1)
                .map(seconds -> {
                    passSeconds(seconds);
                    return pipeline.latest(Topics.NATIONAL).size();
                })
                .toList();
        passSeconds(3);
        int oncePast = pipeline.latest(Topics.NATIONAL).size();

        // Then
        // Seen a second after it began; rests of 15 s are cut to 3 s when the backlog has been over for ten seconds.
        assertThat(comparedAfter).containsExactly(2, 2, 2);
        assertThat(oncePast).isEqualTo(4);
    }

    @Test
    void asThingsHappenTheNextLeagueRestsThreeTimesTheWork() {
        // Given
        answers("A", 20, 10, NOON);
        answers("A", 20, 10, NOON.plus(Duration.ofDays(31)));

        // When
        passSeconds(5);
        int resting = pipeline.latest(Topics.NATIONAL).size();
        passSeconds(1);
        int after = pipeline.latest(Topics.NATIONAL).size();

        // Then
        assertThat(resting).isEqualTo(2);
        assertThat(after).isEqualTo(4);
    }

    @Test
    void theIntervalHoldsTheRankOfASmallHospitalThatCameFirst() {
        // Given
        // 21 good answers say less than 19 of 20 over and over
        answers("A", 21, 0);
        for (String hospital : new String[] {"B", "C", "D", "E", "F", "G"}) {
            answers(hospital, 380, 20);
        }

        // When
        LeagueRow lucky = pipeline.compare().latest(Topics.LEAGUE).get("fft-2020.positive|2026-06|A");

        // Then
        assertThat(lucky.getRank()).isEqualTo(1);
        assertThat(lucky.getRankLow()).isEqualTo(1);
        assertThat(lucky.getRankHigh()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void aQuestionnaireWithOneMeasureThatCountsHasNoStandings() {
        // Given
        for (int hospital = 0; hospital < 6; hospital++) {
            answers("H" + hospital, 20 + hospital, 10);
        }

        // When // Then
        assertThat(pipeline.compare().latest(Topics.STANDINGS)).isEmpty();
        assertThat(pipeline.latest(Topics.LEAGUE)).hasSize(12);
    }

    @Test
    void whatIsNoMonthIsRefusedAndTheRestGoesOn() {
        // Given
        var months = pipeline.driver.createInputTopic(
                Topics.MONTHS.name(), new ByteArraySerializer(), new ByteArraySerializer());

        // When
        months.pipeInput("x".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        months.pipeInput("y".getBytes(StandardCharsets.UTF_8), (byte[]) null);
        answers("A", 20, 10);

        // Then
        assertThat(pipeline.rejectionReasons()).containsExactly("not_avro_wire_format", "null_value");
        assertThat(pipeline.compare().latest(Topics.LEAGUE)).hasSize(2);
    }

    @Test
    void aMonthThatCanBeNoneIsRefusedAndTheRestGoesOn() {
        // Given
        answers("A", 20, 10);
        Score month = pipeline.latest(Topics.MONTHS).get("fft-2020.positive|2026-06|A");
        var months = pipeline.driver.createInputTopic(
                Topics.MONTHS.name(),
                new ByteArraySerializer(),
                pipeline.serdes.of(Topics.MONTHS).serializer(),
                NOON.plus(Duration.ofDays(400)),
                Duration.ZERO);
        DaySums ofMoreAnswers = new DaySums(31L, 31L, 0L);

        // When
        Stream.of(
                        copy(month).setLabel("2026-13"),
                        copy(month).setLabel("2026-06-01"),
                        copy(month).setMeasure(""),
                        copy(month).setMeasure("fft-2020.a|b"),
                        copy(month).setHospital("no code"),
                        copy(month).setN(-1),
                        copy(month).setDays(ofMoreAnswers),
                        copy(month).setAsOf(Instant.EPOCH.minusMillis(1)),
                        copy(month).setAsOf(NOON.plus(Duration.ofDays(400)).plusMillis(1)))
                .forEach(impossible -> months.pipeInput("x".getBytes(StandardCharsets.UTF_8), impossible.build()));
        answers("B", 20, 10);

        // Then
        assertThat(pipeline.rejectionReasons()).hasSize(9).containsOnly("bad_row");
        assertThat(pipeline.compare().latest(Topics.LEAGUE)).hasSize(4);
    }

    private static Score.Builder copy(Score month) {
        return RecordCopy.of(month, Score.newBuilder());
    }

    private void passSeconds(int seconds) {
        for (int second = 0; second < seconds; second++) {
            pipeline.driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    private void answers(String hospital, int good, int poor) {
        answers(hospital, good, poor, NOON);
    }

    private void answers(String hospital, int good, int poor, Instant at) {
        for (int i = 0; i < good + poor; i++) {
            pipeline.receive(aResponse(hospital + "-" + i + (at.equals(NOON) ? "" : "-" + at))
                    .at(hospital)
                    .given(at)
                    .arrived(at)
                    .rated(i < good ? "good" : "poor"));
        }
    }
}

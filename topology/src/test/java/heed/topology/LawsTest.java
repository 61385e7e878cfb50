package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Score;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import heed.topology.tally.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** Laws of the pipeline as a whole: order, replay, retraction. */
class LawsTest {

    private static final List<String> RATINGS =
            List.of("very_good", "good", "neither", "poor", "very_poor", "dont_know");

    /**
     * How many responses there are from one comparison of hospitals to the next: none of their results may depend on
     * it.
     */
    private static final int OFTEN = 200;

    private static final int SELDOM = 3_000;
    private static final int HOSPITALS_A_PIPELINE = 400;

    private static TopologyFixture shared;
    private static int hospitals;

    /** One record of a random input: few ids, so that corrections, duplicates and withdrawals meet. */
    record Step(int id, int revision, Kind kind, int unit, int hours, int rating) {

        enum Kind {
            SUBMIT,
            WITHDRAW
        }

        static Arbitrary<List<Step>> inputs() {
            return Combinators.combine(
                            Arbitraries.integers().between(0, 7),
                            Arbitraries.integers().between(1, 3),
                            Arbitraries.frequencyOf(
                                    net.jqwik.api.Tuple.of(6, Arbitraries.just(Kind.SUBMIT)),
                                    net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.WITHDRAW))))
                    .as((id, revision, kind) ->
                            new Step(id, revision, kind, revision, (id * 7 + revision * 31) % 900, id + revision))
                    .list()
                    .ofMaxSize(30);
        }

        ResponseBuilder toResponse() {
            return toResponse("H1");
        }

        ResponseBuilder toResponse(String hospital) {
            String name = hospital + "r" + id;
            Instant given = NOON.minus(Duration.ofHours(hours));
            // A revision says one thing only: its content follows from id and revision, as with a real sender.
            return (kind == Kind.WITHDRAW
                            ? aWithdrawal(name)
                            : aResponse(name).revision(revision).rated(RATINGS.get((rating + id + revision) % 6)))
                    .at(hospital)
                    .unit((unit + id) % 3 == 0 ? null : "W" + (unit + id) % 3)
                    .given(given)
                    .arrived(NOON.plusSeconds(id * 60L + revision));
        }
    }

    @Provide
    Arbitrary<List<Step>> inputs() {
        return Step.inputs();
    }

    @Property(tries = 150)
    void anyOrderGivesTheSameFinalScores(@ForAll("inputs") List<Step> input, @ForAll Random random) {
        // Given
        List<Step> shuffled = new ArrayList<>(input);
        Collections.shuffle(shuffled, random);

        // When // Then
        assertThat(integersOf(run(shuffled))).isEqualTo(integersOf(run(input)));
    }

    /** The retraction law. A hospital of its own for each case: a pipeline of its own for each would take an hour. */
    @Property(tries = 10_000)
    void theScoresAreThoseOfTheSurvivingAnswersAlone(@ForAll("inputs") List<Step> input) {
        // Given
        List<Step> alone = survivors(input);

        // When // Then
        assertThat(integersOf(runAtItsOwnHospital(input))).isEqualTo(integersOf(runAtItsOwnHospital(alone)));
    }

    static List<Step> survivors(List<Step> input) {
        Map<Integer, Step> survivors = new TreeMap<>();
        for (Step step : input) {
            Step known = survivors.get(step.id());
            if (step.kind() == Step.Kind.WITHDRAW) {
                survivors.put(step.id(), step);
            } else if (known == null || (known.kind() == Step.Kind.SUBMIT && step.revision() > known.revision())) {
                survivors.put(step.id(), step);
            }
        }
        return survivors.values().stream()
                .filter(step -> step.kind() == Step.Kind.SUBMIT)
                .toList();
    }

    @Property(tries = 50)
    void everyRecordHasOneOutcome(@ForAll("inputs") List<Step> input) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            input.forEach(step -> pipeline.receive(step.toResponse()));

            // Then
            if (!input.isEmpty()) {
                long outcomes = Arrays.stream(Outcome.values())
                        .mapToLong(pipeline.tally()::of)
                        .sum();
                assertThat(pipeline.tally().in()).isEqualTo(input.size()).isEqualTo(outcomes);
            }
        }
    }

    @Test
    void aReplayIntoAFreshPipelineGivesTheSameBytes() {
        // Given
        List<ResponseBuilder> story = aFallAndARecovery();
        for (int i = 0; i < 30; i++) {
            story.add(aResponse("d90-" + i).at("H" + i % 3).given(day(90)).rated("poor"));
            story.add(aResponse("d100-" + i).revision(2).given(day(100)).rated("poor"));
            story.add(aWithdrawal("d101-" + i).given(day(101)));
        }

        // When
        Run first = runWhole(story, OFTEN);
        Run second = runWhole(story, SELDOM);

        // Then
        assertThat(first.drops()).isNotEmpty();
        assertThat(first.restatements()).hasSize(60);
        assertThat(first.league()).isNotEmpty();
        assertThat(hex(second.drops())).isEqualTo(hex(first.drops()));
        assertThat(hex(second.restatements())).isEqualTo(hex(first.restatements()));
        assertThat(hex(second.scores())).isEqualTo(hex(first.scores()));
        assertThat(hex(second.league())).isEqualTo(hex(first.league()));
    }

    private static List<String> hex(List<byte[]> records) {
        return records.stream().map(HexFormat.of()::formatHex).toList();
    }

    private static Map<String, String> hex(Map<String, byte[]> rows) {
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> HexFormat.of()
                .formatHex(entry.getValue())));
    }

    @Test
    void aFallIsFlaggedOnceAndItsRecoveryIsTheSameDrop() {
        // Given
        try (TopologyFixture pipeline = new TopologyFixture()) {
            aFallAndARecovery().forEach(pipeline::receive);

            // When
            List<Drop> drops = pipeline.drops();

            // Then
            assertThat(drops)
                    .extracting(Drop::getPhase, Drop::getState, Drop::getHospital, Drop::getUnit, Drop::getMeasure)
                    .containsExactly(
                            tuple(DropPhase.OPEN, DropState.OPEN, "H1", null, "fft-2020.positive"),
                            tuple(DropPhase.CONFIRMED, DropState.OPEN, "H1", null, "fft-2020.positive"),
                            tuple(DropPhase.EASED, DropState.OPEN, "H1", null, "fft-2020.positive"),
                            tuple(DropPhase.RECOVERED, DropState.RECOVERED, "H1", null, "fft-2020.positive"));
            Drop opened = drops.get(0);
            assertThat(drops.subList(1, 4)).extracting(Drop::getDropId).containsOnly(opened.getDropId());
            assertThat(opened.getFalseAlarmDays()).isEqualTo(730);
            assertThat(opened.getOpenedAt()).isBetween(day(60), day(70));
            assertThat(opened.getAsOf()).isEqualTo(opened.getOpenedAt().plusSeconds(60));
        }
    }

    /** Sixty usual days, fifteen bad ones, thirty usual ones, forty answers a day. */
    private static List<ResponseBuilder> aFallAndARecovery() {
        Random random = new Random(7);
        List<ResponseBuilder> story = new ArrayList<>();
        for (int day = 0; day < 105; day++) {
            double good = day >= 60 && day < 75 ? 0.6 : 0.92;
            for (int i = 0; i < 40; i++) {
                story.add(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 600L))
                        .rated(random.nextDouble() < good ? "good" : "poor"));
            }
        }
        return story;
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private static Map<String, Score> runAtItsOwnHospital(List<Step> input) {
        if (hospitals++ % HOSPITALS_A_PIPELINE == 0) {
            closeShared();
            shared = new TopologyFixture();
        }
        String hospital = "H" + hospitals;
        input.forEach(step -> shared.receive(step.toResponse(hospital)));
        return shared.takeScores().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(entry.getKey().indexOf('|')), Map.Entry::getValue));
    }

    @AfterContainer
    static void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    private static Map<String, Score> run(List<Step> input) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            input.forEach(step -> pipeline.receive(step.toResponse()));
            return pipeline.scores();
        }
    }

    private record Run(
            Map<String, byte[]> scores, List<byte[]> drops, List<byte[]> restatements, Map<String, byte[]> league) {}

    /** Runs a story; the league is compared anew after every {@code pace} responses, and at the end. */
    private static Run runWhole(List<ResponseBuilder> story, int pace) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            for (int i = 0; i < story.size(); i++) {
                pipeline.receive(story.get(i));
                if (i % pace == 0) {
                    pipeline.driver.advanceWallClockTime(Duration.ofSeconds(6));
                }
            }
            pipeline.compare();
            Map<String, byte[]> league = new TreeMap<>();
            for (Topic<?> topic : List.of(Topics.LEAGUE, Topics.NATIONAL, Topics.STANDINGS)) {
                pipeline.latestBytes(topic).forEach((key, bytes) -> league.put(topic.name() + ' ' + key, bytes));
            }
            return new Run(pipeline.scoreBytes(), pipeline.dropBytes(), pipeline.restatementBytes(), league);
        }
    }

    /**
     * Everything but as_of, which tells when a row last changed and so belongs to the order; a row that fell back to no
     * responses is the same as none.
     */
    private static Map<String, List<Object>> integersOf(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue().getN() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Arrays.asList(
                                entry.getValue().getN(),
                                entry.getValue().getSum(),
                                entry.getValue().getSumOfSquares(),
                                entry.getValue().getDays(),
                                entry.getValue().getScore(),
                                entry.getValue().getLow(),
                                entry.getValue().getHigh(),
                                entry.getValue().getSuppressed(),
                                entry.getValue().getFinal$())));
    }
}

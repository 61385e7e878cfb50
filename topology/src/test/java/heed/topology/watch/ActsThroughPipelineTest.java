package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.topic.Topics;
import heed.topology.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActsThroughPipelineTest {

    private static final String MEASURE = "fft-2020.positive";
    private static final Instant ACT = day(100).plus(Duration.ofHours(10));

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void takesEffectWithTheFirstResponseThatArrivesAMinuteAfterTheAct() {
        // Given
        days(pipeline, 0, 60, 18);
        days(pipeline, 60, 100, 14);
        Drop open = pipeline.drops().get(0);
        pipeline.baselines();
        pipeline.act(anAct("a", open.getDropId()));

        // When
        good(ACT.plusMillis(59_999));
        List<Drop> before = pipeline.drops();
        good(ACT.plusMillis(60_000));
        List<Drop> after = pipeline.drops();
        Baseline usual = onlyOne(pipeline.baselines());

        // Then
        assertThat(before).isEmpty();
        assertThat(after)
                .extracting(Drop::getPhase, Drop::getState, Drop::getRecoveredAt, Drop::getAsOf)
                .containsExactly(tuple(DropPhase.REBASELINED, DropState.RECOVERED, ACT, ACT.plusMillis(60_000)));
        assertThat(after.get(0).getSentenceEn()).contains("because a member of staff decided so");
        assertThat(usual.getState()).isEqualTo(BaselineState.WATCHED);
        assertThat(usual.getSince()).isEqualTo(ACT);
        assertThat(usual.getUsual().getScore()).isBetween(.65, .75);
    }

    @Test
    void whereNothingIsOpenTheMeasureIsSaidToLearnFromNothingAgain() {
        // Given
        days(pipeline, 0, 100, 18);
        List<Baseline> before = pipeline.baselines();
        pipeline.act(anAct("a", null));

        // When
        good(ACT.plusMillis(60_000));
        Baseline after = onlyOne(pipeline.baselines());

        // Then
        assertThat(before.get(before.size() - 1).getState()).isEqualTo(BaselineState.WATCHED);
        assertThat(after)
                .extracting(
                        Baseline::getState,
                        Baseline::getSince,
                        Baseline::getN,
                        Baseline::getDays,
                        Baseline::getUsual,
                        Baseline::getEvidence,
                        Baseline::getAsOf)
                .containsExactly(BaselineState.LEARNING, ACT, 0L, 0, null, 0.0, ACT.plusMillis(60_000));
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void waitsForAResponseOfTheHospitalsOwnAndNotForAPublishedFigure() {
        // Given
        days(pipeline, 0, 100, 18);
        pipeline.baselines();
        pipeline.act(anAct("a", null));

        // When
        pipeline.receive(aResponse("published")
                .given(day(99).plusSeconds(20_000))
                .arrived(ACT.plusMillis(60_000))
                .by(Channel.PUBLISHED)
                .rated("good"));
        List<Baseline> before = pipeline.baselines();
        good(ACT.plusMillis(60_001));

        // Then
        assertThat(before).isEmpty();
        assertThat(onlyOne(pipeline.baselines()).getState()).isEqualTo(BaselineState.LEARNING);
    }

    @Test
    void anActSentAgainChangesNothingBeforeOrAfterItsTime() {
        // Given
        aFall();
        Action act = anAct("a", null);

        // When
        pipeline.act(act).act(act);
        good(ACT.plusMillis(60_000));
        List<Drop> first = pipeline.drops();
        pipeline.act(act);
        good(ACT.plusSeconds(500));

        // Then
        assertThat(first).hasSize(1);
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void anActAboutWhatIsNotOpenAnyMoreChangesNothing() {
        // Given
        aFall();

        // When
        pipeline.act(anAct("a", "another drop"));
        good(ACT.plusMillis(60_000));

        // Then
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void waitsForAResponseOfItsOwnHospital() {
        // Given
        aFall();
        pipeline.act(anAct("a", null));

        // When
        pipeline.receive(aResponse("other").at("H2").given(ACT.plusSeconds(90)).rated("good"));

        // Then
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void closesARise() {
        // Given
        days(pipeline, 0, 60, 14);
        days(pipeline, 60, 100, 19);
        Rise open = pipeline.rises().get(0);

        // When
        pipeline.act(anAct("a", open.getRiseId()));
        good(ACT.plusMillis(60_000));

        // Then
        assertThat(pipeline.rises())
                .extracting(Rise::getState, Rise::getRiseId, Rise::getEndedAt)
                .containsExactly(tuple(RiseState.REBASELINED, open.getRiseId(), ACT));
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void learnsFromNothingOfADropThatHasEasedThoughARiseIsOpenBesideIt() {
        // Given
        days(pipeline, 0, 45, 10);
        days(pipeline, 45, 51, 17);
        fortyPoorAnswersOn(51);
        days(pipeline, 52, 54, 11);
        Drop eased = lastDrop();
        Rise risen = lastRise();
        pipeline.baselines();
        pipeline.act(anAct("a", eased.getDropId()));

        // When
        good(ACT.plusMillis(60_000));

        // Then
        assertThat(eased.getState()).isEqualTo(DropState.OPEN);
        assertThat(eased.getEasedAt()).isNotNull();
        assertThat(risen.getState()).isEqualTo(RiseState.OPEN);
        assertThat(onlyOne(pipeline.drops()).getPhase()).isEqualTo(DropPhase.REBASELINED);
        assertThat(onlyOne(pipeline.rises()).getState()).isEqualTo(RiseState.REBASELINED);
        assertThat(pipeline.baselines().get(0))
                .extracting(Baseline::getState, Baseline::getN)
                .containsExactly(BaselineState.LEARNING, 0L);
    }

    @Test
    void aReplayThatReadsTheActLaterGivesTheSameBytes() {
        // Given
        aFall();
        try (TopologyFixture replay = new TopologyFixture()) {
            aFall(replay);

            // When
            pipeline.act(anAct("a", null));
            good(ACT.plusMillis(20_000));
            good(ACT.plusMillis(70_000));
            good(replay, ACT.plusMillis(20_000));
            replay.act(anAct("a", null));
            good(replay, ACT.plusMillis(70_000));

            // Then
            List<String> first = hex(pipeline);
            assertThat(first).hasSize(1).isEqualTo(hex(replay));
        }
    }

    @Test
    void refusesActsThatNameNothingWatchedAndRecordsThatAreNone() {
        // Given
        aFall();
        byte[] act = bytes(anAct("a", null));

        // When
        pipeline.act(action("b", ActionKind.REBASELINED, "H9", null, MEASURE, null))
                .act("H2", act, ACT)
                .act("H1", bytes(action("c", ActionKind.REBASELINED, "H1", "W9", MEASURE, null)), ACT)
                .act("H1", bytes(action("d", ActionKind.REBASELINED, "H1", null, "nothing", null)), ACT)
                .act("H1", bytes(action("e", ActionKind.REBASELINED, "H1", null, null, null)), ACT)
                .act("H1", "no act".getBytes(StandardCharsets.UTF_8), ACT)
                .act("H1", null, ACT);
        var rejected = pipeline.rejected();
        good(ACT.plusSeconds(90));

        // Then
        assertThat(rejected)
                .extracting(record -> new String(
                        record.headers().lastHeader(RejectedHeaders.REASON).value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "bad_action",
                        "bad_action",
                        "bad_action",
                        "bad_action",
                        "bad_action",
                        "not_avro_wire_format",
                        "null_value");
        assertThat(rejected.get(1).value()).isEqualTo(act);
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void otherActsChangeNoVerdict() {
        // Given
        aFall();

        // When
        pipeline.act(action("a", ActionKind.ACKNOWLEDGED, "H1", null, MEASURE, null))
                .act(action("b", ActionKind.NOTED, "H1", null, null, null));
        good(ACT.plusSeconds(90));

        // Then
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }

    private void fortyPoorAnswersOn(int day) {
        for (int i = 0; i < 40; i++) {
            pipeline.receive(aResponse("p" + day + "-" + i)
                    .given(day(day).plusSeconds(i * 600L))
                    .rated("poor"));
        }
    }

    private Drop lastDrop() {
        List<Drop> said = pipeline.drops();
        return said.get(said.size() - 1);
    }

    private Rise lastRise() {
        List<Rise> said = pipeline.rises();
        return said.get(said.size() - 1);
    }

    private void aFall() {
        aFall(pipeline);
    }

    /** Sixty usual days and forty worse ones; what was said of them is read already. */
    private static void aFall(TopologyFixture pipeline) {
        days(pipeline, 0, 60, 18);
        days(pipeline, 60, 100, 14);
        assertThat(pipeline.drops()).extracting(Drop::getPhase).contains(DropPhase.OPEN);
    }

    private static void days(TopologyFixture pipeline, int first, int end, int good) {
        for (int day = first; day < end; day++) {
            for (int i = 0; i < 20; i++) {
                pipeline.receive(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 600L))
                        .rated(i < good ? "good" : "poor"));
            }
        }
    }

    private void good(Instant arrivalMs) {
        good(pipeline, arrivalMs);
    }

    private static void good(TopologyFixture pipeline, Instant arrivalMs) {
        pipeline.receive(aResponse("good at " + arrivalMs)
                .given(day(99).plusSeconds(20_000))
                .arrived(arrivalMs)
                .rated("good"));
    }

    private byte[] bytes(Action action) {
        return pipeline.serdes.of(Topics.ACTIONS).serializer().serialize(Topics.ACTIONS.name(), action);
    }

    private static <T> T onlyOne(List<T> said) {
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private static List<String> hex(TopologyFixture pipeline) {
        return pipeline.dropBytes().stream().map(HexFormat.of()::formatHex).toList();
    }

    private static Action anAct(String id, String about) {
        return action(id, ActionKind.REBASELINED, "H1", null, MEASURE, about);
    }

    private static Action action(
            String id, ActionKind kind, String hospital, String unit, String measure, String about) {
        return Action.newBuilder()
                .setActionId(id)
                .setKind(kind)
                .setHospital(hospital)
                .setUnit(unit)
                .setMeasure(measure)
                .setDropId(about)
                .setWho("sister")
                .setAt(ACT)
                .setText("a new ward")
                .build();
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}

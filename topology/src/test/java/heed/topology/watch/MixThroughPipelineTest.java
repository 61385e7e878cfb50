package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.topology.ResponseBuilder;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Forty days of ten answers on paper, in English, of which one is bad, and ten text messages, in Welsh, of which four
 * are.
 */
class MixThroughPipelineTest {

    private static final int CHANGE = 40;

    @Test
    void saysWithBothFiguresThatOnlyWhoAnswersChanged() {
        try (var pipeline = new TopologyFixture()) {
            // Given
            usualDays(pipeline);

            // When
            // Eight text messages for each answer on paper, each as content as before
            for (int day = CHANGE; day < CHANGE + 26; day++) {
                paper(pipeline, day, 5, day % 2);
                sms(pipeline, day, 40, 16);
            }

            // Then
            List<Drop> drops = drops(pipeline);
            assertThat(drops).first().satisfies(drop -> {
                assertThat(drop.getPhase()).isEqualTo(DropPhase.OPEN);
                assertThat(drop.getMix())
                        .extracting(MixCheck::getDimension, MixCheck::getVerdict)
                        .containsExactly(
                                tuple(MixDimension.CHANNEL, MixVerdict.UNKNOWN),
                                tuple(MixDimension.LANGUAGE, MixVerdict.UNKNOWN));
            });
            Drop last = drops.get(drops.size() - 1);
            assertThat(last.getPhase()).isEqualTo(DropPhase.REVISED);
            assertThat(last.getRaisedToday()).isTrue();
            assertThat(last.getDropId()).isEqualTo(drops.get(0).getDropId());
            assertThat(last.getSentenceEn()).contains("But who answered changed");
            assertThat(last.getMix()).hasSize(2).allSatisfy(check -> {
                assertThat(check.getVerdict()).isEqualTo(MixVerdict.EXPLAINED);
                assertThat(check.getFall()).isCloseTo(.117, within(.01));
                assertThat(check.getFallHeld()).isCloseTo(0, within(.01));
                assertThat(check.getCovered()).isEqualTo(1);
            });
        }
    }

    @Test
    void saysWithBothFiguresThatARealFallRemains() {
        try (var pipeline = new TopologyFixture()) {
            // Given
            usualDays(pipeline);

            // When
            // As many of each kind as before, and three more of each are bad
            for (int day = CHANGE; day < CHANGE + 12; day++) {
                paper(pipeline, day, 10, 4);
                sms(pipeline, day, 10, 7);
            }

            // Then
            assertThat(drops(pipeline))
                    .isNotEmpty()
                    .allSatisfy(drop -> assertThat(drop.getMix()).hasSize(2).allSatisfy(check -> {
                        assertThat(check.getVerdict()).isEqualTo(MixVerdict.REMAINS);
                        assertThat(check.getFallHeld()).isCloseTo(.3, within(.12));
                    }));
        }
    }

    @Test
    void takesWithdrawnAnswersOutOfTheMakeUp() {
        try (var withdrawn = new TopologyFixture();
                var never = new TopologyFixture()) {
            // Given
            usualDays(withdrawn);
            usualDays(never);

            // When
            // Before each fallen answer comes one by telephone that is taken back at once
            for (int i = 0; i < 24; i++) {
                Instant atMs = moment(CHANGE, i);
                withdrawn.receive(
                        response("phone" + i, atMs, true).by(Channel.PHONE).ageBand("75-84"),
                        aWithdrawal("phone" + i).given(atMs).arrived(atMs));
                ResponseBuilder bad =
                        response("bad" + i, atMs, false).by(Channel.PAPER).language("en");
                withdrawn.receive(bad);
                never.receive(bad);
            }

            // Then
            List<Drop> expected = drops(never);
            assertThat(expected).isNotEmpty();
            assertThat(drops(withdrawn).get(0).getMix())
                    .hasSize(2)
                    .isEqualTo(expected.get(0).getMix());
        }
    }

    private static void usualDays(TopologyFixture pipeline) {
        for (int day = 0; day < CHANGE; day++) {
            paper(pipeline, day, 10, 1);
            sms(pipeline, day, 10, 4);
        }
    }

    private static void paper(TopologyFixture pipeline, int day, int answers, int bad) {
        for (int i = 0; i < answers; i++) {
            pipeline.receive(response("paper" + day + "-" + i, moment(day, i), isGood(i, answers, bad))
                    .by(Channel.PAPER)
                    .language("en"));
        }
    }

    private static void sms(TopologyFixture pipeline, int day, int answers, int bad) {
        for (int i = 0; i < answers; i++) {
            pipeline.receive(response("sms" + day + "-" + i, moment(day, i), isGood(i, answers, bad))
                    .by(Channel.SMS)
                    .language("cy"));
        }
    }

    /** Spreads the bad ones evenly. */
    private static boolean isGood(int i, int answers, int bad) {
        return (i + 1) * bad / answers == i * bad / answers;
    }

    private static ResponseBuilder response(String id, Instant atMs, boolean good) {
        return aResponse(id).given(atMs).arrived(atMs).rated(good ? "good" : "poor");
    }

    private static Instant moment(int day, int second) {
        return NOON.plus(Duration.ofDays(day)).plusSeconds(second);
    }

    private static List<Drop> drops(TopologyFixture pipeline) {
        return pipeline.drops();
    }
}

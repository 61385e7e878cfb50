package heed.topology.watch;

import static heed.topology.watch.ActsFixture.ACT;
import static heed.topology.watch.ActsFixture.MEASURE;
import static heed.topology.watch.ActsFixture.aFall;
import static heed.topology.watch.ActsFixture.action;
import static heed.topology.watch.ActsFixture.anAct;
import static heed.topology.watch.ActsFixture.good;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.topic.Topics;
import heed.topology.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts as the log has them: again, read later than in another run, and none at all. */
class ActsOfTheLogTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void anActSentAgainChangesNothingBeforeOrAfterItsTime() {
        // Given
        aFall(pipeline);
        Action act = anAct("a", null);

        // When
        pipeline.act(act).act(act);
        good(pipeline, ACT.plusMillis(60_000));
        List<Drop> first = pipeline.drops();
        pipeline.act(act);
        good(pipeline, ACT.plusSeconds(500));

        // Then
        assertThat(first).hasSize(1);
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void aReplayThatReadsTheActLaterGivesTheSameBytes() {
        // Given
        aFall(pipeline);
        try (TopologyFixture replay = new TopologyFixture()) {
            aFall(replay);

            // When
            pipeline.act(anAct("a", null));
            good(pipeline, ACT.plusMillis(20_000));
            good(pipeline, ACT.plusMillis(70_000));
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
        aFall(pipeline);
        byte[] act = bytes(pipeline, anAct("a", null));

        // When
        pipeline.act(action("b", ActionKind.REBASELINED, "H9", null, MEASURE, null))
                .act("H2", act, ACT)
                .act("H1", bytes(pipeline, action("c", ActionKind.REBASELINED, "H1", "W9", MEASURE, null)), ACT)
                .act("H1", bytes(pipeline, action("d", ActionKind.REBASELINED, "H1", null, "nothing", null)), ACT)
                .act("H1", bytes(pipeline, action("e", ActionKind.REBASELINED, "H1", null, null, null)), ACT)
                .act("H1", "no act".getBytes(StandardCharsets.UTF_8), ACT)
                .act("H1", null, ACT);
        var rejected = pipeline.rejected();
        good(pipeline, ACT.plusSeconds(90));

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

    private static byte[] bytes(TopologyFixture pipeline, Action action) {
        return pipeline.serdes.of(Topics.ACTIONS).serializer().serialize(Topics.ACTIONS.name(), action);
    }

    private static List<String> hex(TopologyFixture pipeline) {
        return pipeline.dropBytes().stream().map(HexFormat.of()::formatHex).toList();
    }
}

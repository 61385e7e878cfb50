package heed.topology.movement;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Movement;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import heed.topology.ResponseBuilder;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class MovementsThroughPipelineTest {

    private static final int ANSWERS = 25;

    @Test
    void saysByHowMuchAllHospitalsMovedInAWeek() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            List<ResponseBuilder> weeks = new ArrayList<>(week(0, 20, Channel.SMS));
            weeks.addAll(week(1, 15, Channel.SMS));

            // When
            weeks.forEach(pipeline::receive);
            Movement moved = pipeline.latest(Topics.MOVEMENTS).get("fft-2020.positive|2026-W24");

            // Then
            assertThat(moved.getMovement()).isCloseTo(-0.2, within(1e-12));
            assertThat(moved.getLow()).isCloseTo(-0.2, within(1e-9));
            assertThat(moved.getHospitals()).isEqualTo(10);
            assertThat(moved.getMinimum()).isEqualTo(21);
            assertThat(moved.getWeeksBefore()).isOne();
            assertThat(moved.getMonday()).isEqualTo(20_612);
        }
    }

    @Test
    void publishedFiguresMoveNothing() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            List<ResponseBuilder> imported = week(0, 20, Channel.PUBLISHED);

            // When
            imported.forEach(pipeline::receive);

            // Then
            assertThat(pipeline.latest(Topics.MOVEMENTS)).isEmpty();
        }
    }

    @Test
    void withdrawalsTakeAWeekBackAndAReplayInAnotherOrderSaysTheSame() {
        try (TopologyFixture pipeline = new TopologyFixture();
                TopologyFixture replay = new TopologyFixture()) {
            // Given
            List<ResponseBuilder> first = week(0, 20, Channel.SMS);
            List<ResponseBuilder> mixed = new ArrayList<>(first);
            mixed.addAll(week(1, 15, Channel.SMS));
            java.util.Collections.shuffle(mixed, new Random(5));

            // When
            first.forEach(pipeline::receive);
            week(1, 15, Channel.SMS).forEach(pipeline::receive);
            mixed.forEach(replay::receive);
            Map<String, Movement> told = Map.copyOf(pipeline.latest(Topics.MOVEMENTS));
            Map<String, Movement> replayed = Map.copyOf(replay.latest(Topics.MOVEMENTS));
            for (int i = 0; i < 5; i++) {
                pipeline.receive(aWithdrawal("w1H3-" + i).at("H3").given(NOON.plus(Duration.ofDays(7))));
            }

            // Then
            assertThat(told).isEqualTo(replayed).hasSize(4);
            assertThat(pipeline.latest(Topics.MOVEMENTS))
                    .containsOnlyKeys("fft-2020.positive|2026-W23", "fft-2020.negative|2026-W23");
        }
    }

    @Test
    void aDayThatCanBeNoneIsRefusedAndTheRestGoesOn() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            ChannelDay day = ChannelDay.newBuilder()
                    .setHospital("H1")
                    .setQuestionnaire("fft-2020")
                    .setStart(NOON)
                    .setEnd(NOON)
                    .setLabel("2026-06-01")
                    .setTallies(List.of())
                    .setMinimum(10)
                    .setAsOf(NOON)
                    .build();
            var days = pipeline.driver.createInputTopic(
                    Topics.DAYS.name(),
                    new ByteArraySerializer(),
                    pipeline.serdes.of(Topics.DAYS).serializer(),
                    NOON.plus(Duration.ofDays(400)),
                    Duration.ZERO);

            // When
            Stream.of(
                            copy(day).setLabel("2026-13-01"),
                            copy(day).setLabel("+99999-01-01"),
                            copy(day).setLabel("2026-06"),
                            copy(day).setTallies(List.of(tally("", 30, 0))),
                            copy(day).setTallies(List.of(tally("fft-2020.a|b", 30, 0))),
                            copy(day).setTallies(List.of(tally("fft-2020.positive", -30, 0))),
                            copy(day).setTallies(List.of(tally("fft-2020.positive", 30, 300_001))),
                            copy(day).setAsOf(Instant.EPOCH.minusMillis(1)),
                            copy(day).setAsOf(NOON.plus(Duration.ofDays(400)).plusMillis(1)))
                    .forEach(impossible -> days.pipeInput(new byte[] {'x'}, impossible.build()));
            week(0, 20, Channel.SMS).forEach(pipeline::receive);

            // Then
            assertThat(pipeline.rejectionReasons()).hasSize(9).containsOnly("bad_row");
            assertThat(pipeline.latest(Topics.MOVEMENTS)).hasSize(2);
        }
    }

    private static ChannelDay.Builder copy(ChannelDay day) {
        return RecordCopy.of(day, ChannelDay.newBuilder());
    }

    private static ChannelTally tally(String measure, long n, long sum) {
        return new ChannelTally(Channel.SMS, measure, n, sum, 0L);
    }

    private static List<ResponseBuilder> week(int week, int positive, Channel channel) {
        List<ResponseBuilder> answers = new ArrayList<>();
        for (int hospital = 0; hospital < 10; hospital++) {
            for (int i = 0; i < ANSWERS; i++) {
                answers.add(aResponse("w" + week + "H" + hospital + "-" + i)
                        .at("H" + hospital)
                        .by(channel)
                        .given(NOON.plus(Duration.ofDays(7L * week)))
                        .rated(i < positive ? "good" : "poor"));
            }
        }
        return answers;
    }
}

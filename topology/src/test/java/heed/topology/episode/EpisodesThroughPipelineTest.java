package heed.topology.episode;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.episode.FlagBuilder.at;
import static heed.topology.episode.FlagBuilder.raised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.schemas.key.FlagKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import heed.topology.ResponseBuilder;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.junit.jupiter.api.Test;

class EpisodesThroughPipelineTest {

    private static final Instant WRITTEN = at(100);

    @Test
    void fourHospitalsThatFallInTheSameWeeksAreAnEpisode() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            aFallOfFour().forEach(pipeline::receive);
            Map<String, Episode> episodes = pipeline.latest(Topics.EPISODES);

            // Then
            assertThat(episodes).hasSize(1);
            Episode episode = episodes.values().iterator().next();
            assertThat(episode.getMeasure()).isEqualTo("fft-2020.positive");
            assertThat(episode.getHospitals()).containsExactly("H0", "H1", "H2", "H3");
            assertThat(episode.getFlagged()).isEqualTo(4);
            assertThat(episode.getWatched()).isEqualTo(6);
            assertThat(episode.getNeeded()).isEqualTo(3);
            assertThat(episode.getExpected()).isCloseTo(6 * 28 / 730.0, within(1e-12));
            assertThat(episode.getWindowDays()).isEqualTo(28);
            assertThat(episode.getFalseAlarmDays()).isEqualTo(3_650);
            assertThat(episode.getEndsAt()).isEqualTo(episode.getNewestAt().plus(Duration.ofDays(28)));
            assertThat(episode.getSentenceEn())
                    .startsWith("4 of 6 hospitals fell in the same weeks: 'Rated very good or good', flagged from");
            assertThat(episode.getSentenceCy()).startsWith("Disgynnodd 4 o 6 ysbyty yn yr un wythnosau");
        }
    }

    @Test
    void theWatchTellsOfWholeHospitalsOnceWhenTheyAreWatchedAndAtEachAlarm() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            aFallOfFour().forEach(pipeline::receive);
            List<Flag> flags = pipeline.records(Topics.FLAGS);

            // Then
            // Ward W1 of H0 is watched too and falls with it.
            assertThat(flags)
                    .extracting(Flag::getHospital, Flag::getKind, Flag::getFalseAlarmDays)
                    .containsExactlyInAnyOrder(
                            tuple("H0", FlagKind.WATCHED, 730.0),
                            tuple("H1", FlagKind.WATCHED, 730.0),
                            tuple("H2", FlagKind.WATCHED, 730.0),
                            tuple("H3", FlagKind.WATCHED, 730.0),
                            tuple("H4", FlagKind.WATCHED, 730.0),
                            tuple("H5", FlagKind.WATCHED, 730.0),
                            tuple("H0", FlagKind.RAISED, 730.0),
                            tuple("H1", FlagKind.RAISED, 730.0),
                            tuple("H2", FlagKind.RAISED, 730.0),
                            tuple("H3", FlagKind.RAISED, 730.0));
        }
    }

    @Test
    void anAlarmThatRaisesADropAgainIsAFlagOfThatTime() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // When
            for (int day = 0; day < 120; day++) {
                boolean falls = (day >= 40 && day < 50) || day >= 90;
                aDay(day, 1, falls ? 3 : 9).forEach(pipeline::receive);
            }
            List<Flag> flags = pipeline.records(Topics.FLAGS);
            List<Drop> drops = pipeline.drops();

            // Then
            Drop again = drops.get(drops.size() - 1);
            assertThat(again.getOpenedAt()).isEqualTo(Instant.parse("2026-07-12T11:04:00Z"));
            assertThat(again.getReopenedAt()).isEqualTo(Instant.parse("2026-08-31T11:04:00Z"));
            assertThat(flags)
                    .extracting(Flag::getKind, Flag::getAt)
                    .containsExactly(
                            tuple(FlagKind.WATCHED, Instant.parse("2026-07-01T11:00:00Z")),
                            tuple(FlagKind.RAISED, Instant.parse("2026-07-12T11:04:00Z")),
                            tuple(FlagKind.RAISED, Instant.parse("2026-08-31T11:04:00Z")));
        }
    }

    @Test
    void aReplayInAnotherOrderOfHospitalsLeavesTheSameBytes() {
        // Given
        List<ResponseBuilder> story = aFallOfFour();
        List<ResponseBuilder> other = new ArrayList<>();
        List<String> hospitals = new ArrayList<>(List.of("H0", "H1", "H2", "H3", "H4", "H5"));
        Collections.shuffle(hospitals, new Random(4));
        hospitals.forEach(code ->
                story.stream().filter(each -> each.hospital().equals(code)).forEach(other::add));

        // When
        Map<String, String> first = bytes(story);
        Map<String, String> second = bytes(other);

        // Then
        assertThat(first).hasSize(1).isEqualTo(second);
    }

    @Test
    void aFlagThatCanBeNoneIsRefusedAndTheRestGoesOn() {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            // Given
            TestInputTopic<byte[], Flag> flags = pipeline.driver.createInputTopic(
                    Topics.FLAGS.name(),
                    new ByteArraySerializer(),
                    pipeline.serdes.of(Topics.FLAGS).serializer(),
                    WRITTEN,
                    Duration.ZERO);

            // When
            Stream.of(
                            copy().setHospital("R|1"),
                            copy().setMeasure(""),
                            copy().setKind(FlagKind.UNSTATED),
                            copy().setAt(Instant.parse("0000-12-31T23:59:59Z")),
                            copy().setAt(Instant.parse("+10000-01-01T00:00:00Z")),
                            copy().setAsOf(Instant.EPOCH.minusMillis(1)),
                            copy().setAsOf(WRITTEN.plusMillis(1)),
                            copy().setFalseAlarmDays(0.9),
                            copy().setFalseAlarmDays(Double.POSITIVE_INFINITY),
                            copy().setFalseAlarmDays(Double.NaN))
                    .forEach(impossible -> flags.pipeInput(new byte[] {'x'}, impossible.build()));
            for (int i = 0; i < 3; i++) {
                flags.pipeInput(new byte[] {'x'}, raised("H" + i, i));
            }

            // Then
            assertThat(pipeline.rejectionReasons()).hasSize(10).containsOnly("bad_row");
            assertThat(pipeline.latest(Topics.EPISODES)).hasSize(1);
        }
    }

    @Test
    void aFlagIsKeyedByWhatHappenedWhereAndWhen() {
        // When // Then
        assertThat(FlagKey.of(raised("H1", 1))).hasToString("H1|fft-2020.positive|RAISED|2026-01-06T10:00:00Z");
        assertThat(at(1)).isEqualTo(Instant.parse("2026-01-06T10:00:00Z"));
    }

    private static Flag.Builder copy() {
        return RecordCopy.of(raised("H1", 1), Flag.newBuilder());
    }

    private static Map<String, String> bytes(List<ResponseBuilder> story) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            story.forEach(pipeline::receive);
            Map<String, String> hex = new TreeMap<>();
            pipeline.latestBytes(Topics.EPISODES)
                    .forEach((key, value) -> hex.put(key, HexFormat.of().formatHex(value)));
            return hex;
        }
    }

    /** Six hospitals, 40 usual days each of ten answers, H0's of one ward; then four of them fall, two days apart. */
    private static List<ResponseBuilder> aFallOfFour() {
        List<ResponseBuilder> story = new ArrayList<>();
        for (int day = 0; day < 55; day++) {
            for (int hospital = 0; hospital < 6; hospital++) {
                story.addAll(aDay(day, hospital, hospital < 4 && day >= 40 + 2 * hospital ? 3 : 9));
            }
        }
        return story;
    }

    private static List<ResponseBuilder> aDay(int day, int hospital, int good) {
        List<ResponseBuilder> responses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            responses.add(aResponse("d" + day + "H" + hospital + "-" + i)
                    .at("H" + hospital)
                    .unit(hospital == 0 ? "W1" : null)
                    .given(NOON.plus(Duration.ofDays(day)).plusSeconds(i * 60L))
                    .rated(i < good ? "good" : "poor"));
        }
        return responses;
    }
}

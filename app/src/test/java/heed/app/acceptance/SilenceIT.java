package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.Pulse;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hospital that falls silent while the pipeline listens is told; one that nobody listened to is not. On a real
 * broker.
 */
class SilenceIT {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int LEARNED = 35 * 24;
    private static final int PARTITIONS = 4;

    @TempDir
    private Path data;

    @Test
    void tellsTheHospitalThatFellSilentAndNotThoseThatNobodyListenedTo() throws Exception {
        // Given
        int madeTopics;
        try (TestServers servers = TestServers.start(data.resolve("servers"));
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = topicsOnly(servers)) {
            madeTopics = heed.awaitExit();
            try (Writing<String, Feedback> feedback = new Writing<>(topics.producer());
                    Writing<String, Pulse> pulses = new Writing<>(topics.producer(Topics.PULSE))) {
                // When
                // One hospital is silent for three days, and then nobody listens for three days
                for (int hour = 0; hour < LEARNED + 8 * 24; hour++) {
                    boolean nobodyListens = hour >= LEARNED + 4 * 24 && hour < LEARNED + 7 * 24;
                    if (nobodyListens) {
                        continue;
                    }
                    for (int hospital = 0; hospital < 6; hospital++) {
                        boolean silent = hospital == 0 && hour >= LEARNED && hour < LEARNED + 3 * 24;
                        if (hour % 24 >= 8 && hour % 24 < 20 && !silent) {
                            feedback.write(response("H" + hospital, at(hour).plus(Duration.ofMinutes(20))));
                        }
                    }
                    for (int i = 0; i < 2; i++) {
                        pulse(pulses, at(hour).plus(EVERY.multipliedBy(i)));
                    }
                }
            }

            // Then
            try (HeedProcess up = up(servers)) {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> topics.isWorkedOff("heed"));
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> silences(topics).stream()
                        .anyMatch(said -> said.getState() == SilenceState.ENDED));
                up.interrupt();
                up.awaitExit();
            }
            // Compaction may have removed the opening record by now: the records carry historic timestamps.
            List<Silence> said = silences(topics);
            assertThat(madeTopics).isZero();
            assertThat(said).extracting(Silence::getHospital).containsOnly("H0");
            Silence last = said.get(said.size() - 1);
            assertThat(last.getState()).isEqualTo(SilenceState.ENDED);
            assertThat(last.getOpenedAt()).isAfter(last.getLastResponse()).isBefore(last.getEndedAt());
            assertThat(last.getEndedAt()).isEqualTo(at(LEARNED + 3 * 24 + 8).plus(Duration.ofMinutes(20)));
            assertThat(topics.newest(Topics.SILENCES)).containsOnlyKeys("H0|");
            assertThat(topics.writtenEnd(Topics.PULSE)).isGreaterThan(PARTITIONS * 2L * (LEARNED + 5 * 24));
        }
    }

    private static List<Silence> silences(CommittedTopics topics) {
        return topics.read(Topics.SILENCES).stream()
                .map(record -> topics.value(Topics.SILENCES, record.value()))
                .toList();
    }

    private static void pulse(Writing<String, Pulse> pulses, Instant at) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            pulses.write(new ProducerRecord<>(
                    Topics.PULSE.name(), partition, at.toEpochMilli(), null, new Pulse(at, EVERY.toMillis())));
        }
    }

    private static ProducerRecord<String, Feedback> response(String hospital, Instant at) {
        String id = UUID.nameUUIDFromBytes((hospital + at).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new ProducerRecord<>(
                Topics.FEEDBACK.name(),
                null,
                at.toEpochMilli(),
                hospital,
                Feedback.newBuilder()
                        .setFeedbackId(id)
                        .setRevision(1)
                        .setWithdrawn(false)
                        .setHospital(hospital)
                        .setQuestionnaire("fft-2020")
                        .setGivenAt(at)
                        .setChannel(Channel.WEB)
                        .setAnswers(List.of(new Answer("overall", "good")))
                        .build());
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private HeedProcess topicsOnly(TestServers servers) {
        return heed("topics", servers);
    }

    private HeedProcess up(TestServers servers) {
        HeedProcess process = heed("up", servers);
        process.await(line -> line.contains("http://"));
        return process;
    }

    private HeedProcess heed(String command, TestServers servers) {
        return HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"), servers, data.resolve("heed"), command);
    }
}

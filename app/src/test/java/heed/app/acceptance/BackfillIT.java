package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Feedback;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history of real days comes in, is learned from, is refused afterwards, and is recounted, over a real broker; beside
 * it, rows of a file come in once.
 */
class BackfillIT {

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(2);
    private static final String MAPPING =
            """
            questionnaire: fft-2020
            source: tablets
            hospital: {value: H2}
            given_at: {column: Date}
            channel: {column: Mode}
            answers:
              overall: {column: How was it?}
            """;
    private static final int DAYS = 60;
    private static final int ANSWERS_A_DAY = 20;

    @TempDir
    private Path data;

    private TestServers servers;
    private CommittedTopics topics;

    @BeforeEach
    void start() {
        servers = TestServers.start(data.resolve("servers"));
        topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
    }

    @AfterEach
    void stop() {
        topics.close();
        servers.close();
    }

    @Test
    void aHistoryOfLongAgoIsLearnedFromCountedOnceAndRefusedOnceTheHospitalHasResponsesOfItsOwn() throws Exception {
        // Given
        Path history = history();
        Path rows = rows();
        Path mapping = Files.writeString(data.resolve("tablets.yaml"), MAPPING);
        try (HeedProcess heed = up()) {
            heed.await(line -> line.contains("http://"));
            topics.keepEveryRecordOf(Topics.DROPS);

            // When
            List<String> first = backfill(history, 0);
            List<String> again = backfill(history, 0);
            answers("H1", "very_poor", 60);
            List<String> imported = importRows(rows, mapping);
            List<String> importedAgain = importRows(rows, mapping);
            caughtUp();
            List<String> refused = backfill(history, 1);

            // Then
            assertThat(first)
                    .anyMatch(line -> line.startsWith("Brought in 1200 responses of 1 hospital(s), given from "));
            assertThat(again)
                    .anyMatch(line ->
                            line.startsWith("Brought in 0 responses") && line.endsWith("1200 had been there before."));
            assertThat(imported)
                    .anyMatch(
                            line -> line.equals("refused, rows.csv, line 4: channel (column 'Mode') is no channel that"
                                    + " is known; say its meaning under words: sms, web, kiosk, paper or phone"))
                    .contains("Imported 2 responses of 1 hospital(s); 1 row(s) refused.");
            assertThat(importedAgain)
                    .contains("Imported 0 responses of 1 hospital(s); 2 had been there before; 1 row(s) refused.");
            assertThat(topics.scores().entrySet())
                    .filteredOn(entry -> entry.getKey().startsWith("H2||fft-2020.positive|DAY|"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getValue().getN()).isEqualTo(2));
            assertThat(refused).anyMatch(line -> line.contains("H1 has responses of its own since"));
            assertThat(topics.drops())
                    .filteredOn(drop -> drop.getPhase() == DropPhase.OPEN)
                    .singleElement()
                    .extracting(Drop::getHospital, Drop::getMeasure)
                    .containsExactly("H1", "fft-2020.positive");
            assertThat(topics.scores().entrySet())
                    .filteredOn(entry -> entry.getKey().startsWith("H1||fft-2020.positive|DAY|"))
                    .filteredOn(entry -> entry.getValue().getN() == ANSWERS_A_DAY)
                    .hasSize(DAYS);
            Recounted recount = Recounted.of(data.resolve("heed"), servers);
            assertThat(recount.exitCode()).as(recount.text()).isZero();
            assertThat(recount.differences()).isEmpty();
        }
    }

    /** Sixty days of two years ago, nine answers in ten good. */
    private Path history() throws IOException {
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(730));
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < ANSWERS_A_DAY; i++) {
                lines.add("{\"hospital\":\"H1\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                        + first.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(480 + i * 20L))
                        + "\",\"channel\":\"sms\",\"answers\":{\"overall\":\"" + (i % 10 == day % 10 ? "poor" : "good")
                        + "\"}}");
            }
        }
        return Files.write(data.resolve("history.ndjson"), lines);
    }

    /** Three rows of yesterday, of which one can't be read. */
    private Path rows() throws IOException {
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        return Files.writeString(
                data.resolve("rows.csv"),
                "Date,Mode,How was it?\n" + yesterday + " 10:15,QR,1 - Very good\n" + yesterday + " 10:16,sms,Poor\n"
                        + yesterday + " 10:17,pigeon,Poor\n");
    }

    private List<String> importRows(Path file, Path mapping) throws InterruptedException {
        try (HeedProcess importing = HeedProcess.start(
                Map.of(), servers, data.resolve("heed"), "import", file.toString(), "--mapping", mapping.toString())) {
            assertThat(importing.awaitExit()).as(importing.text()).isEqualTo(1);
            return List.copyOf(importing.lines());
        }
    }

    private void answers(String hospital, String answer, int count) {
        try (KafkaProducer<String, Feedback> producer = topics.producer()) {
            for (int i = 0; i < count; i++) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                Feedback feedback = Feedback.newBuilder()
                        .setFeedbackId(UUID.randomUUID().toString())
                        .setRevision(1)
                        .setHospital(hospital)
                        .setQuestionnaire("fft-2020")
                        .setGivenAt(now)
                        .setChannel(Channel.SMS)
                        .setAnswers(List.of(new Answer("overall", answer)))
                        .build();
                var unused = producer.send(
                        new ProducerRecord<>(Topics.FEEDBACK.name(), null, now.toEpochMilli(), hospital, feedback));
            }
        }
    }

    private void caughtUp() {
        Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.isWorkedOff("heed"));
    }

    private HeedProcess up() {
        return HeedProcess.up(servers, data.resolve("heed"));
    }

    private List<String> backfill(Path file, int exitCode) throws InterruptedException {
        try (HeedProcess backfill =
                HeedProcess.start(Map.of(), servers, data.resolve("heed"), "backfill", file.toString())) {
            assertThat(backfill.awaitExit()).as(backfill.text()).isEqualTo(exitCode);
            return List.copyOf(backfill.lines());
        }
    }
}

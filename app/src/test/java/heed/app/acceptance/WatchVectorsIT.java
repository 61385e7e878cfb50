package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.schemas.Answer;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Feedback;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ten streams that an independent implementation judged by watch-1, each as a hospital of its own, through the
 * built program and a real broker: the drops are the same, to the ninth decimal.
 */
class WatchVectorsIT {

    private static final Path VECTORS =
            Path.of("..", "topology", "src", "test", "resources", "heed", "topology", "detect");
    private static final Set<String> DROPS = Set.of("ALARM", "RECOVERED");
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private Path data;

    @Test
    void aRealPipelineFindsTheDropsThatAnIndependentImplementationFinds() throws Exception {
        // Given
        Path questionnaires = Files.createDirectory(data.resolve("questionnaires"));
        Files.copy(VECTORS.resolve("fifths.yaml"), questionnaires.resolve("fifths.yaml"));
        Map<String, List<Drop>> said = new TreeMap<>();
        Map<String, Baseline> usual = new TreeMap<>();
        try (TestServers servers = TestServers.start(data.resolve("servers"));
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers, questionnaires)) {
            topics.keepEveryRecordOf(Topics.DROPS);

            // When
            try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
                for (String stream : streams()) {
                    write(stream, feedback);
                }
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> topics.isWorkedOff("heed"));
            topics.drops().stream().filter(WatchVectorsIT::isOfTheVectors).forEach(drop -> said.computeIfAbsent(
                            drop.getHospital(), name -> new ArrayList<>())
                    .add(drop));
            topics.newest(Topics.BASELINES).values().forEach(baseline -> usual.put(baseline.getHospital(), baseline));
            heed.interrupt();
            heed.awaitExit();
        }

        // Then
        for (String stream : streams()) {
            assertUsual(stream, usual.get(stream), expected(stream));
            List<JsonNode> expected = expected(stream).stream()
                    .filter(line -> DROPS.contains(type(line)))
                    .toList();
            List<Drop> drops = said.getOrDefault(stream, List.of());
            assertThat(drops).as(stream).hasSameSizeAs(expected);
            for (int i = 0; i < drops.size(); i++) {
                assertSame(stream, drops.get(i), expected.get(i));
            }
        }
    }

    /** The detector's recovery eases a drop, or ends it where the score is back too. */
    private static boolean isOfTheVectors(Drop drop) {
        return switch (drop.getPhase()) {
            case OPEN, REOPENED, EASED -> true;
            case RECOVERED -> drop.getRecoveredAt().equals(drop.getEasedAt());
            default -> false;
        };
    }

    /** The newest record of a series says what the independent implementation knows of it at the end. */
    private static void assertUsual(String stream, Baseline baseline, List<JsonNode> expected) {
        Optional<JsonNode> learned =
                expected.stream().filter(line -> type(line).equals("LEARNED")).findFirst();
        JsonNode state = expected.get(expected.size() - 1);
        assertThat(type(state)).isEqualTo("STATE");
        assertClose(stream, (double) baseline.getN(), state, "baseline_n");
        assertClose(stream, baseline.getDays(), state, "baseline_days");
        if (learned.isEmpty()) {
            assertThat(baseline.getState()).as(stream).isEqualTo(BaselineState.LEARNING);
            return;
        }
        assertThat(baseline.getState()).as(stream).isEqualTo(BaselineState.WATCHED);
        assertThat(baseline.getSince()).as(stream).isEqualTo(at(learned.get(), "at"));
        assertClose(stream, baseline.getUsual().getScore(), state, "baseline");
        assertClose(stream, baseline.getUsual().getIcc(), state, "icc");
    }

    private static String type(JsonNode line) {
        return line.get("type").asText();
    }

    private static void assertSame(String stream, Drop drop, JsonNode expected) {
        switch (type(expected)) {
            case "ALARM" -> {
                boolean again = drop.getPhase() == DropPhase.REOPENED;
                assertThat(again ? drop.getReopenedAt() : drop.getOpenedAt())
                        .as(stream)
                        .isEqualTo(at(expected, "at"));
                assertThat(drop.getSince().toEpochMilli())
                        .as(stream)
                        .isCloseTo(expected.get("since").asLong(), within(1L));
                assertClose(stream, drop.getEvidence(), expected, "evidence");
                assertClose(stream, drop.getEvidenceYears(), expected, "evidence_years");
                assertClose(stream, drop.getTunedFall(), expected, "tuned_drop");
                assertClose(stream, drop.getResponsesUsed(), expected, "n_since");
                assertClose(stream, drop.getScore(), expected, "score");
                assertClose(stream, drop.getScoreLow(), expected, "score_lo");
                assertClose(stream, drop.getScoreHigh(), expected, "score_hi");
                assertClose(stream, drop.getIcc(), expected, "icc");
                if (!again) {
                    assertClose(stream, drop.getBaseline(), expected, "baseline");
                    assertClose(stream, drop.getFall(), expected, "drop");
                    assertThat(drop.getSeverity().name())
                            .as(stream)
                            .isEqualToIgnoringCase(expected.get("severity").asText());
                }
            }
            default -> {
                assertThat(drop.getEasedAt()).as(stream).isEqualTo(at(expected, "at"));
            }
        }
    }

    private static void assertClose(String stream, double actual, JsonNode expected, String field) {
        double wanted = expected.get(field).asDouble();
        assertThat(actual)
                .as(stream + " " + field)
                .isCloseTo(wanted, within(TOLERANCE * Math.max(1, Math.abs(wanted))));
    }

    private static Instant at(JsonNode line, String field) {
        return Instant.ofEpochMilli(line.get(field).asLong());
    }

    private static List<String> streams() throws IOException {
        try (var files = Files.list(VECTORS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expected.jsonl"))
                    .filter(name -> !name.startsWith("watch2_"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> expected(String stream) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(VECTORS.resolve(stream + ".expected.jsonl"))) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    /** Sends a response per answer, a withdrawal of one with the same time and score per retraction, in their order. */
    private static void write(String stream, Writing<String, Feedback> feedback) throws IOException {
        Map<String, Deque<String>> sent = new HashMap<>();
        Instant arrival = Instant.EPOCH;
        int number = 0;
        for (String line : Files.readAllLines(VECTORS.resolve(stream + ".csv"))) {
            String[] cells = line.split(",", -1);
            Instant given = Instant.ofEpochMilli(Long.parseLong(cells[1]));
            arrival = given.isAfter(arrival) ? given : arrival;
            Deque<String> same = sent.computeIfAbsent(cells[1] + "," + cells[2], each -> new ArrayDeque<>());
            String id = UUID.nameUUIDFromBytes((stream + number++).getBytes(StandardCharsets.UTF_8))
                    .toString();
            if (cells.length == 3) {
                same.push(id);
                feedback.write(record(stream, arrival, response(stream, id, given, Double.parseDouble(cells[2]))));
            } else {
                feedback.write(record(stream, arrival, withdrawal(stream, same.isEmpty() ? id : same.pop(), given)));
            }
        }
    }

    private static ProducerRecord<String, Feedback> record(String hospital, Instant arrival, Feedback feedback) {
        return new ProducerRecord<>(Topics.FEEDBACK.name(), null, arrival.toEpochMilli(), hospital, feedback);
    }

    private static Feedback response(String hospital, String id, Instant given, double score) {
        return Feedback.newBuilder()
                .setFeedbackId(id)
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital(hospital)
                .setQuestionnaire("fifths-1")
                .setGivenAt(given)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer("overall", "p" + Math.round(score * 10_000))))
                .build();
    }

    private static Feedback withdrawal(String hospital, String id, Instant given) {
        return Feedback.newBuilder()
                .setFeedbackId(id)
                .setRevision(2)
                .setWithdrawn(true)
                .setHospital(hospital)
                .setQuestionnaire("fifths-1")
                .setGivenAt(given)
                .setChannel(Channel.WEB)
                .setAnswers(List.of())
                .build();
    }

    private HeedProcess up(TestServers servers, Path questionnaires) {
        HeedProcess process = HeedProcess.start(
                Map.of(
                        "HEED_PAGE_PORT", "0",
                        "HEED_INTAKE_PORT", "0",
                        "HEED_ZONE", "UTC",
                        "HEED_QUESTIONNAIRES", questionnaires.toString(),
                        "HEED_WATCH_RULE", "watch-1",
                        "HEED_WATCH_FALSE_ALARM_DAYS", "365",
                        "HEED_WATCH_PUBLISHED_FALSE_ALARM_DAYS", "365"),
                servers,
                data.resolve("heed"),
                "up");
        process.await(line -> line.contains("http://"));
        return process;
    }
}

package heed.connectors.intake;

import static heed.connectors.fhir.FhirFiles.bundle;
import static heed.connectors.fhir.FhirFiles.entry;
import static heed.connectors.fhir.FhirFiles.response;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.FakeWriter;
import heed.connectors.fhir.FhirFiles;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Sends resources in which something was changed at random, by a seed. */
class FhirMutationIT {

    private static final int TIMES = 1_000;
    private static final long SEED = 20_260_401;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e9999",
            "0.5",
            "\"\"",
            "\"CANARY\"",
            "\"\\u0000CANARY\"",
            "\"\\uD800\"",
            "[]",
            "{}",
            "[null]",
            "[[\"CANARY\"]]",
            "{\"CANARY\": \"CANARY\"}",
            "{\"resourceType\": \"CANARY\"}",
            "{\"resourceType\": \"Bundle\", \"type\": \"batch\"}",
            "\"#patient\"",
            "\"#stay\"",
            "\"urn:uuid:1\"",
            "99999999999999999999",
            "\"2026-02-30\"",
            "\"9999-12-31T23:59:59+14:00\"",
            "{\"valueCoding\": {\"code\": \"CANARY\"}}",
            "\"in-progress\"",
            "\"transaction\"");

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    /** Returns a text in which one to three places were changed. */
    private String mutated(String resource) throws Exception {
        JsonNode root = JSON.readTree(resource);
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<JsonNode> holders = new ArrayList<>();
            collect(root, holders);
            mutate(holders.get(random.nextInt(holders.size())));
        }
        String text = root.toString();
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            if (!node.isEmpty()) {
                holders.add(node);
            }
            node.forEach(child -> collect(child, holders));
        }
    }

    private void mutate(JsonNode holder) throws Exception {
        JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        if (holder instanceof ArrayNode list) {
            int at = random.nextInt(list.size());
            switch (random.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.set(at, value);
                default -> list.add(list.get(at).deepCopy());
            }
        } else if (holder instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            JsonNode before = object.get(name);
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, value);
                case 2 -> object.set(name, object.arrayNode().add(before.deepCopy()));
                case 3 -> object.set("_" + name, value);
                default -> {
                    object.remove(name);
                    object.set(random.nextBoolean() ? "CANARY" : name + "x", before);
                }
            }
        }
    }

    @Test
    void neverFailsOfItselfAndNeverRepeatsWhatItWasSent() throws Exception {
        // Given
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        var hapi = (Logger) LoggerFactory.getLogger("ca.uhn.fhir");
        hapi.setLevel(Level.TRACE);
        var writer = FakeWriter.acknowledging();
        List<String> resources = List.of(
                response("r1"),
                bundle("transaction", entry("urn:uuid:1", response("r1")), entry("urn:uuid:2", response("r2"))),
                bundle("batch", entry("urn:uuid:1", response("r1")), entry("urn:uuid:2", response("r2"))));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> leaks = new ArrayList<>();

        // When
        try (var intake = new IntakeFixture()) {
            intake.takes(new FhirFiles(directory).all());
            intake.start(writer, IntakeFixture.config(100_000, 64, Duration.ofSeconds(5)));
            for (int i = 0; i < TIMES; i++) {
                String path = i % 3 == 0 ? "/fhir/QuestionnaireResponse" : "/fhir";
                HttpResponse<String> answer = intake.send(
                        HttpRequest.newBuilder(URI.create(intake.url()).resolve(path))
                                .header("Content-Type", "application/fhir+json")
                                .POST(BodyPublishers.ofString(mutated(resources.get(i % 3)))));
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                if ((answer.body() + answer.headers().map()).contains("CANARY")) {
                    leaks.add(answer.body());
                }
            }
        } finally {
            hapi.setLevel(null);
            root.detachAppender(logged);
        }

        // Then
        assertThat(statuses.keySet()).containsExactly(200, 201, 400, 422);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(TIMES);
        assertThat(leaks).isEmpty();
        assertThat(writer.feedback().toString()).doesNotContain("CANARY");
        assertThat(writer.feedback()).hasSizeGreaterThan(50);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("CANARY"));
    }
}

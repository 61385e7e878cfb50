package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.demo.prometheus.LocalMonitoring;
import heed.app.demo.prometheus.MonitoringPrograms;
import heed.monitoring.WatchFixture;
import heed.schemas.Feedback;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Care gets worse at some hospitals and gets better again, and whoever is on call hears of both: from response to
 * topic, metric, rule, Alertmanager and message. Prometheus and Alertmanager are the real ones, with this project's
 * rules and receivers; only the intervals are shorter and the message goes to the test. Meanwhile every panel's
 * question is asked, and every alert's links are opened.
 */
class AlertsIT {

    private static final Path MONITORING = Path.of("..", "monitoring");
    private static final Duration SAID_WITHIN = HeedProcess.GENEROUS;
    private static final Instant END_OF_LOAD = Instant.parse("2026-06-09T00:00:00Z");
    private static final Instant ALL_HAVE_FALLEN = END_OF_LOAD.minus(Duration.ofDays(22));

    /** Questions that may go unanswered on a healthy system, each with its reason: at present none. */
    private static final Set<String> RIGHTLY_EMPTY = Set.of();

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Load load = Load.of(60_000, 10, 31);
    /** The load's last response arrives now, so that what is sent after it is news and not history. */
    private final Duration shift = Duration.between(END_OF_LOAD, Instant.now().truncatedTo(ChronoUnit.SECONDS));

    private TestServers servers;
    private CommittedTopics topics;

    @BeforeEach
    void start() {
        servers = TestServers.start(directory.resolve("servers"));
        topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
    }

    @AfterEach
    void stop() {
        topics.close();
        servers.close();
    }

    @Test
    void aDropIsToldToWhoeverIsOnCallAndItsEndTooAndEveryPanelHasData() throws Exception {
        // Given
        int prometheus = freePort();
        var links = new AlertLinks(http, URI.create("http://127.0.0.1:" + prometheus + "/"));
        var panels = new PanelQueries(http, URI.create("http://127.0.0.1:" + prometheus + "/"));
        try (Messages messages = Messages.listen();
                HeedProcess heed = up();
                LocalMonitoring monitoring = watch(address(heed, "  page"), messages.url(), prometheus)) {
            // When
            write(item -> item.arrival().isBefore(ALL_HAVE_FALLEN));
            tellOfARiseAndASilence();
            String fallen = messages.await("firing", "HeedDropOpen", SAID_WITHIN);
            panels.askAll();
            Map<String, Integer> opened = links.open();
            Set<String> whileFallen = messages.hospitals("firing", "HeedDropOpen");
            write(item -> !item.arrival().isBefore(ALL_HAVE_FALLEN));
            String recovered = messages.await("resolved", "HeedDropOpen", SAID_WITHIN);
            sendNow(address(heed, "  intake"));

            // Then
            assertThat(fallen).contains("Rated very good or good has fallen, severity ", "/runbooks/HeedDropOpen");
            assertThat(opened.keySet()).anyMatch(link -> link.contains("/drop?measure=fft-2020.positive"));
            assertThat(opened)
                    .hasSizeGreaterThan(20)
                    .allSatisfy((link, status) -> assertThat(status).as(link).isEqualTo(200));
            assertThat(whileFallen).isNotEmpty().isSubsetOf("T00", "T01", "T02", "T03", "T04", "T05");
            assertThat(messages.hospitals("resolved", "HeedDropOpen"))
                    .isNotEmpty()
                    .isSubsetOf(messages.hospitals("firing", "HeedDropOpen"));
            assertThat(recovered).contains("has fallen, severity ");
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                panels.askAll();
                assertThat(panels.unanswered()).isEqualTo(new TreeSet<>(RIGHTLY_EMPTY));
            });
            assertThat(panels.answered()).hasSizeGreaterThan(20);
            assertThat(monitoring).isNotNull();
        }
    }

    private HeedProcess up() {
        HeedProcess process = HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "HEED_AUDIENCES_INTERNAL", "1"),
                servers,
                directory.resolve("heed"),
                "up");
        process.await(line -> line.contains("Ctrl-C stops it"));
        return process;
    }

    private static URI address(HeedProcess heed, String what) {
        return URI.create(heed.await(line -> line.contains(what)).replaceAll(".*(http://\\S+).*", "$1"));
    }

    /** Starts both with the project's files; of Alertmanager's only the waits and the receiver are others. */
    private LocalMonitoring watch(URI page, URI receiver, int prometheus) throws Exception {
        String shipped = Files.readString(MONITORING.resolve("alertmanager").resolve("alertmanager.yml"));
        String told = shipped.replace("group_wait: 30s", "group_wait: 1s")
                .replace("group_interval: 5m", "group_interval: 1s")
                .replace("  - name: nobody\n", "  - name: nobody\n    webhook_configs: [{url: '" + receiver + "'}]\n");
        assertThat(told).isNotEqualTo(shipped).contains("group_wait: 1s", "group_interval: 1s", "webhook_configs");
        Path receivers = directory.resolve("alertmanager.yml");
        Files.writeString(receivers, told);
        return LocalMonitoring.start(
                new LocalMonitoring.Setup(
                        MonitoringPrograms.find(System.getenv("PATH")),
                        AlertLinks.withAlertsThatAlwaysFire(MONITORING, directory.resolve("rules")),
                        receivers,
                        directory.resolve("monitoring"),
                        Duration.ofSeconds(1),
                        prometheus,
                        freePort()),
                page,
                http);
    }

    private void write(Predicate<Load.Item> which) {
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            load.items().stream()
                    .filter(which)
                    .forEach(item -> feedback.write(new ProducerRecord<>(
                            Topics.FEEDBACK.name(),
                            null,
                            item.arrival().plus(shift).toEpochMilli(),
                            item.feedback().getHospital(),
                            shifted(item.feedback()))));
        }
    }

    /** Writes what the load is too short to lead to, as the watch would. */
    private void tellOfARiseAndASilence() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Writing<String, Rise> rises = new Writing<>(topics.producer(Topics.RISES));
                Writing<String, Silence> silences = new Writing<>(topics.producer(Topics.SILENCES))) {
            rises.write(new ProducerRecord<>(
                    Topics.RISES.name(),
                    "T09||fft-2020.positive",
                    WatchFixture.anOpenRise("T09", "fft-2020.positive", now)));
            silences.write(new ProducerRecord<>(
                    Topics.SILENCES.name(), "T08|W9", WatchFixture.anOpenSilence("T08", "W9", now)));
        }
    }

    private Feedback shifted(Feedback feedback) {
        return Feedback.newBuilder()
                .setFeedbackId(feedback.getFeedbackId())
                .setRevision(feedback.getRevision())
                .setWithdrawn(feedback.getWithdrawn())
                .setHospital(feedback.getHospital())
                .setUnit(feedback.getUnit())
                .setQuestionnaire(feedback.getQuestionnaire())
                .setGivenAt(feedback.getGivenAt().plus(shift))
                .setChannel(feedback.getChannel())
                .setAnswers(feedback.getAnswers())
                .setLanguage(feedback.getLanguage())
                .setAgeBand(feedback.getAgeBand())
                .build();
    }

    private void sendNow(URI intake) throws Exception {
        for (int sent = 0; sent < 20; sent++) {
            String body = "{\"hospital\":\"T09\",\"questionnaire\":\"fft-2020\",\"given_at\":\"" + Instant.now()
                    + "\",\"answers\":{\"overall\":\"good\"}}";
            int status = http.send(
                            HttpRequest.newBuilder(intake)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(202);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.Comment;
import heed.schemas.name.FeedbackHash;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words that stand nowhere else are sent within comments, looked for everywhere, and erased. The log is as wordy as
 * somebody who looks for a fault would have it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommentsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String CANARY = Canaries.BEGINNING;
    private static final String VENDORS_SECRET = "a secret of the vendor's";

    private static final String PLAIN = "00000000-0000-4000-8000-000000000001";
    private static final String CORRECTED = "00000000-0000-4000-8000-000000000002";
    private static final String WITHDRAWN = "00000000-0000-4000-8000-000000000003";
    private static final String ERASED = "00000000-0000-4000-8000-000000000004";
    private static final String GONE = "00000000-0000-4000-8000-000000000005";
    private static final String LINE = "00000000-0000-4000-8000-000000000006";
    private static final String REFUSED = "00000000-0000-4000-8000-000000000007";

    @TempDir
    private static Path directory;

    /** What Heed is given to read; nobody looks for canaries there. */
    @TempDir
    private static Path given;

    private static TestServers servers;
    private static CommittedTopics topics;
    private static HeedProcess heed;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(given.resolve("canaries.yaml"), Canaries.MAPPING.formatted("/"));
        Files.writeString(given.resolve("rows.yaml"), Canaries.MAPPING.formatted(""));
        Path webhooks = Files.writeString(
                given.resolve("webhooks.yaml"),
                "flow: {signed: header, header: X-Heed-Secret, mapping: canaries.yaml}\n");
        servers = TestServers.start(directory.resolve("servers"));
        topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
        heed = HeedProcess.start(
                Map.of(
                        "HEED_PAGE_PORT", "0",
                        "HEED_INTAKE_PORT", "0",
                        "HEED_LOG_LEVEL", "debug",
                        "HEED_COMMENTS_THEMES", "counted",
                        "HEED_INTAKE_WEBHOOKS", webhooks.toString(),
                        "HEED_WEBHOOK_SECRET_FLOW", VENDORS_SECRET),
                servers,
                directory.resolve("heed"),
                "up");
        heed.await(line -> line.contains("Ctrl-C stops it"));
    }

    @AfterAll
    static void stop() {
        heed.close();
        topics.close();
        servers.close();
    }

    @Test
    @Order(1)
    void whatPatientsWriteIsOnItsTopicAndNowhereElse() throws Exception {
        // When
        post("application/json", 202, response(PLAIN, 1, "qzyxplain, said Dr Qzyxname"));
        post("application/json", 202, response(CORRECTED, 1, "qzyxfirst"));
        post("application/json", 202, response(CORRECTED, 2, "qzyxsecond"));
        post("application/json", 202, response(WITHDRAWN, 1, "qzyxwithdrawn"));
        post(
                "application/json",
                202,
                "[" + response(ERASED, 1, "qzyxarray") + "," + response(GONE, 1, "qzyxnow") + "]");
        post(
                "application/x-ndjson",
                202,
                response(LINE, 1, "qzyxline") + "\n{\"comment\": \"qzyxbadline\", \"hospital\"");
        String refused = post("application/json", 202, response(REFUSED, 1, "qzyxcontrol\\u0007"));
        String malformed = post("application/json", 400, response("qzyxid", 1, "qzyxmalformed"));
        String broken =
                post("application/json", 400, response(PLAIN, 1, "qzyxbroken").replace("}", ""));
        post("application/json", 202, withdrawal(WITHDRAWN));
        caughtUp();
        labelledAsKept();

        // Then
        assertThat(texts())
                .containsOnly(
                        Map.entry(PLAIN, "qzyxplain, said Dr [name]"),
                        Map.entry(CORRECTED, "qzyxsecond"),
                        Map.entry(ERASED, "qzyxarray"),
                        Map.entry(GONE, "qzyxnow"),
                        Map.entry(LINE, "qzyxline"));
        assertThat(refused).contains("comment_refused").doesNotContain(CANARY);
        assertThat(malformed + broken).doesNotContain("qzyxmalformed", "qzyxbroken");
        assertThat(topicsWithCanary()).containsExactly(Topics.COMMENTS.name());
        assertThat(filesWithCanary()).isEmpty();
        assertThat(Files.readString(directory.resolve("heed/logs/heed.log"))).contains(FeedbackHash.of(PLAIN));
        assertThat(heed.text()).doesNotContainIgnoringCase(CANARY);
        assertThat(pages())
                .isNotEmpty()
                .allSatisfy((address, body) ->
                        assertThat(body).as(address).startsWith("200 ").doesNotContainIgnoringCase(CANARY));
    }

    @Test
    @Order(2)
    void eraseTakesACommentFromEveryReaderAndSaysThatTheFilesStillHaveIt() throws Exception {
        // When
        String erased = run("erase", ERASED);
        String none = run("erase", REFUSED);
        labelledAsKept();

        // Then
        assertThat(erased)
                .contains(
                        "Erased: the comment of " + ERASED + ". No reader is given it any more.",
                        "Not yet confirmed. The brokers' files have it");
        assertThat(none).contains("There is nothing of the comment of " + REFUSED + ", in the brokers' files neither.");
        assertThat(texts()).doesNotContainKey(ERASED).containsKeys(PLAIN, GONE);
        assertThat(commentFiles()).contains("qzyxarray");
    }

    @Test
    @Order(3)
    void eraseNowTakesItFromTheFilesTooAndLeavesTheTopicAsItWas() throws Exception {
        // Given
        Map<String, String> before = config();

        // When
        String erased = run("erase", GONE, "--now");
        String files = commentFiles();

        // Then
        assertThat(erased)
                .contains(
                        "Erased: the comment of " + GONE + ". No reader is given it any more.",
                        "Confirmed: it is gone from the brokers' files too.");
        assertThat(files).doesNotContain("qzyxnow").contains("qzyxplain");
        assertThat(config()).isEqualTo(before);
        assertThat(texts()).containsOnlyKeys(PLAIN, CORRECTED, LINE);
    }

    @Test
    @Order(4)
    void eraseNowThatIsStoppedLeavesTheTopicAsItWas() throws Exception {
        // Given
        Map<String, String> before = config();

        // When
        Map<String, String> meanwhile;
        String printed;
        try (HeedProcess erase =
                HeedProcess.start(Map.of(), servers, directory.resolve("heed"), "erase", LINE, "--now")) {
            erase.await(line -> line.startsWith("Erased: "));
            meanwhile = Awaitility.await().atMost(LIMIT).until(CommentsIT::config, config -> "1"
                    .equals(config.get("segment.ms")));
            erase.interrupt();
            erase.awaitExit();
            printed = erase.text();
        }

        // Then
        assertThat(meanwhile).isNotEqualTo(before);
        assertThat(config()).isEqualTo(before);
        assertThat(printed).contains("Erased: the comment of " + LINE + ". No reader is given it any more.");
        assertThat(texts()).containsOnlyKeys(PLAIN, CORRECTED);
    }

    @Test
    @Order(5)
    void theAuditKnowsWhichAndNothingOfWhatAndScoresStillVerify() throws Exception {
        // When
        Recounted recounted = Recounted.of(directory.resolve("heed"), servers);
        List<AuditEntry> audited = topics.read(Topics.AUDIT).stream()
                .map(each -> topics.value(Topics.AUDIT, each.value()))
                .filter(each -> each.getKind() == AuditKind.ERASED)
                .toList();

        // Then
        assertThat(recounted.text()).contains("The scores equal the recount.");
        assertThat(recounted.count("counted")).isEqualTo(7);
        assertThat(audited)
                .extracting(AuditEntry::getAbout)
                .contains(FeedbackHash.of(ERASED), FeedbackHash.of(GONE), FeedbackHash.of(REFUSED));
        assertThat(filesWithCanary()).isEmpty();
    }

    @Test
    @Order(6)
    void aThousandCanariesThatComeInEveryWayAreOnTheTopicOfCommentsAlone() throws Exception {
        // Given
        var canaries = new Canaries(given());
        Path rows = Files.writeString(given.resolve("rows.csv"), canaries.rows(2_700, 3_000));
        String form = formLink();

        // When
        String lines = post("application/x-ndjson", 202, canaries.lines(2_000, 2_500));
        String delivery = send(
                heed.address("intake").resolve("/webhooks/flow"),
                "application/json",
                202,
                canaries.delivery(2_500, 2_700));
        for (int i = 3_000; i < 3_050; i++) {
            String sheet = "sheet=s" + i + "&answer.overall=good&comment="
                    + Canaries.words(i).replace(' ', '+');
            send(URI.create(form), "application/x-www-form-urlencoded", 303, sheet);
        }
        String imported;
        try (HeedProcess importing = HeedProcess.start(
                Map.of("HEED_LOG_LEVEL", "debug"),
                servers,
                directory.resolve("heed"),
                "import",
                rows.toString(),
                "--mapping",
                given.resolve("rows.yaml").toString())) {
            importing.awaitExit();
            imported = importing.text();
        }
        caughtUp();
        labelledAsKept();
        String exported = run(
                "export",
                "feedback",
                "--output",
                directory.resolve("feedback.csv").toString());
        String rejected = run("rejected", "list");

        // Then
        long kept = IntStream.range(2_000, 3_000)
                .filter(i -> (i >= 2_500 && i < 2_700) || !Canaries.isRefused(i))
                .filter(Canaries::stays)
                .count();
        assertThat(texts().values().stream().filter(each -> each.contains(CANARY + "2")))
                .hasSize((int) kept);
        assertThat(topicsWithCanary()).containsExactly(Topics.COMMENTS.name());
        assertThat(filesWithCanary()).isEmpty();
        assertThat(directory.resolve("feedback.csv")).isNotEmptyFile();
        assertThat(heed.text() + lines + delivery + imported + exported + rejected)
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContain(VENDORS_SECRET);
        assertThat(pages())
                .allSatisfy((address, body) ->
                        assertThat(body).as(address).startsWith("200 ").doesNotContainIgnoringCase(CANARY));
    }

    /** Returns an address of the form, on the port of this test's intake. */
    private static String formLink() throws InterruptedException {
        String printed = run(
                "form-links",
                "--hospital",
                "H1",
                "--url",
                heed.address("intake").resolve("/").toString());
        return printed.lines()
                .filter(line -> line.contains("/form/"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private void caughtUp() {
        URI hospital = heed.address("page").resolve("/api/v1/hospitals/H1");
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> topics.isWorkedOff("heed") && get(hospital).startsWith("200 "));
    }

    /** Waits until there is a label of each comment that there is, and no other. */
    private static void labelledAsKept() {
        Awaitility.await().atMost(LIMIT).until(() -> topics.newest(Topics.LABELS)
                .keySet()
                .equals(topics.newest(Topics.COMMENTS).keySet()));
    }

    private static String response(String id, int revision, String comment) {
        return "{\"feedback_id\": \"" + id + "\", \"revision\": " + revision
                + ", \"hospital\": \"H1\", \"questionnaire\": \"fft-2020\", \"given_at\": \"" + given()
                + "\", \"answers\": {\"overall\": \"good\"}, \"comment\": \"" + comment + "\"}";
    }

    private static String withdrawal(String id) {
        return "{\"feedback_id\": \"" + id
                + "\", \"revision\": 2, \"withdrawn\": true, \"hospital\": \"H1\", \"questionnaire\": \"fft-2020\","
                + " \"given_at\": \"" + given() + "\"}";
    }

    private static Instant given() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS);
    }

    private String post(String type, int expected, String body) throws Exception {
        return send(heed.address("intake"), type, expected, body);
    }

    private String send(URI address, String type, int expected, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .header("X-Heed-Secret", VENDORS_SECRET)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private static String run(String... command) throws InterruptedException {
        try (HeedProcess erase = HeedProcess.start(Map.of(), servers, directory.resolve("heed"), command)) {
            int exitCode = erase.awaitExit();
            assertThat(exitCode).as(erase.text()).isZero();
            return erase.text();
        }
    }

    private static Map<String, String> texts() {
        return topics.newest(Topics.COMMENTS).values().stream()
                .collect(Collectors.toMap(Comment::getFeedbackId, Comment::getText));
    }

    /** Returns the topics of the cluster, its own too, of which a record has a canary in its key, value or headers. */
    private static Set<String> topicsWithCanary() throws Exception {
        Set<String> found = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()));
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers.bootstrap(), "max.poll.records", 10_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all = partitions(admin);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each -> {
                    seen.add(each.topic());
                    String headers = Stream.of(each.headers().toArray())
                            .map(header -> header.key() + readable(header.value()))
                            .collect(Collectors.joining());
                    if (hasCanary(readable(each.key()) + readable(each.value()) + headers)) {
                        found.add(each.topic());
                    }
                });
            }
        }
        assertThat(seen).contains(Topics.FEEDBACK.name(), Topics.SCORES.name(), "__consumer_offsets");
        return found;
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        List<TopicPartition> all = new ArrayList<>();
        admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> topic.partitions()
                .forEach(each -> all.add(new TopicPartition(topic.name(), each.partition()))));
        return all;
    }

    /**
     * Returns the files of Heed's directory and the brokers', less those of the comments' topic, that have a canary.
     */
    private static List<Path> filesWithCanary() throws IOException {
        return files(directory).stream()
                .filter(file -> !file.getParent().getFileName().toString().startsWith(Topics.COMMENTS.name()))
                .filter(file -> hasCanary(content(file)))
                .toList();
    }

    /** Returns what stands in the files of the comments' topic. */
    private static String commentFiles() throws IOException {
        return files(directory).stream()
                .filter(file -> file.getParent().getFileName().toString().startsWith(Topics.COMMENTS.name()))
                .map(CommentsIT::content)
                .collect(Collectors.joining());
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Returns what a file has; nothing where it was deleted meanwhile, which brokers and stores do all the time. */
    private static String content(Path file) {
        try {
            return readable(Files.readAllBytes(file));
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean hasCanary(String text) {
        return text.toLowerCase(Locale.ROOT).contains(CANARY);
    }

    private static String readable(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns what the page and the API answer, by path: the status, a space and the body. */
    private Map<String, String> pages() throws Exception {
        Map<String, String> bodies = new TreeMap<>();
        URI page = heed.address("page");
        for (String path : List.of(
                "/",
                "/hospitals/H1",
                "/metrics",
                "/api/v1/hospitals",
                "/api/v1/hospitals/H1",
                "/api/v1/export?table=scores",
                "/api/v1/drops",
                "/api/v1/pipeline")) {
            bodies.put(path, get(page.resolve(path)));
        }
        return bodies;
    }

    private String get(URI address) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static Map<String, String> config() throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMENTS.name());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()))) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.entries().stream()
                    .collect(Collectors.toMap(each -> each.name(), each -> String.valueOf(each.value())));
        }
    }
}

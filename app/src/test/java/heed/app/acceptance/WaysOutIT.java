package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Load.Fate;
import heed.app.command.HeedCommand;
import heed.app.documents.Documents;
import heed.app.server.EmbeddedServers;
import heed.app.server.embedded.RegistryHome;
import heed.connectors.notify.Unsubscribed;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Unsubscription;
import heed.schemas.Window;
import heed.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the results of one Heed away: to a real PostgreSQL while they come, then to files; sends again what it refused;
 * and has a worker of Kafka Connect bring in files, whose results are in the database too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaysOutIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** All but whether a row is final, which the clock may say meanwhile. */
    private static final String COLUMNS = "record_key, n, \"sum\", sum_of_squares, score, restatements, as_of";

    @TempDir
    private static Path directory;

    private static EmbeddedServers servers;
    private static CommittedTopics topics;
    private static PostgresServer postgres;
    private static HeedProcess heed;
    private static String gone;

    @BeforeAll
    static void start() throws Exception {
        try (Background database = new Background(WaysOutIT::startPostgres)) {
            servers = EmbeddedServers.start(
                    directory.resolve("servers"), RegistryHome.find(), HttpClient.newHttpClient());
            topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
            heed = HeedProcess.up(servers, directory.resolve("heed"));
            heed.await(line -> line.contains("Ctrl-C stops it"));
            database.await();
        }
    }

    private static void startPostgres() {
        try {
            postgres = PostgresServer.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        heed.close();
        topics.close();
        servers.close();
        postgres.stop();
    }

    private static void caughtUp() {
        Awaitility.await().atMost(LIMIT).until(() -> topics.isWorkedOff("heed"));
    }

    private static HeedProcess sink(String... options) {
        return HeedProcess.start(
                Map.of("PGPASSWORD", PostgresServer.PASSWORD),
                servers,
                directory.resolve("heed"),
                Stream.concat(
                                Stream.of("sink", "postgres", "--url", postgres.url(), "--user", PostgresServer.USER),
                                Stream.of(options))
                        .toArray(String[]::new));
    }

    /** Kills the sink once the database has so many scores. */
    private static void killAt(int scores, HeedProcess sink) throws Exception {
        sink.await(line -> line.contains("oldest record") || line.contains("where it ended"));
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> Integer.parseInt(postgres.rows("select count(*) from heed.scores")
                                .get(0))
                        > scores);
        sink.kill();
    }

    /** Deletes a score behind the pipeline's back, and returns its key. */
    private static String tombstone() throws Exception {
        String key = topics.newest(Topics.SCORES).keySet().iterator().next();
        try (KafkaProducer<String, Score> forger = topics.scoreProducer()) {
            forger.send(new ProducerRecord<>(Topics.SCORES.name(), key, null)).get();
        }
        return key;
    }

    private static List<String> onTopic() {
        return topics.newest(Topics.SCORES).entrySet().stream()
                .map(row -> Stream.of(
                                row.getKey(),
                                row.getValue().getN(),
                                row.getValue().getSum(),
                                row.getValue().getSumOfSquares(),
                                row.getValue().getScore(),
                                row.getValue().getRestatements(),
                                java.sql.Timestamp.from(row.getValue().getAsOf()))
                        .map(String::valueOf)
                        .collect(Collectors.joining("|")))
                .sorted()
                .toList();
    }

    @Test
    @Order(1)
    void theDatabaseHasWhatTheRecountHasLessWhatIsDeletedThoughTheSinkWasKilledTwice() throws Exception {
        // Given
        Load load = Load.of(50_000, 10, 21);

        // When
        try (Background writing = new Background(() -> load.writeTo(topics))) {
            killAt(500, sink());
            killAt(4_000, sink());
            writing.await();
        }
        caughtUp();
        Recounted recounted = Recounted.of(directory.resolve("heed"), servers);
        gone = tombstone();
        HeedProcess last = sink("--until-end");
        int exitCode = last.awaitExit();
        List<String> rows = postgres.rows("select " + COLUMNS + " from heed.scores").stream()
                .sorted()
                .toList();

        // Then
        assertThat(recounted.text()).contains("The scores equal the recount.");
        assertThat(recounted.count("counted")).isEqualTo(load.expected(Fate.COUNTED));
        assertThat(exitCode).as(last.text()).isZero();
        assertThat(last.text()).contains("Goes on where it ended.").doesNotContain(PostgresServer.PASSWORD);
        assertThat(rows).hasSizeGreaterThan(5_000).containsExactlyElementsOf(onTopic());
        assertThat(rows).noneMatch(row -> row.startsWith(gone + "|"));
        assertThat(postgres.rows("select count(*) from heed.league"))
                .containsExactly(String.valueOf(topics.newest(Topics.LEAGUE).size()));
        assertThat(postgres.rows("select drop_id from heed.drops"))
                .containsExactlyInAnyOrderElementsOf(
                        topics.drops().stream().map(Drop::getDropId).distinct().toList());
    }

    @Test
    @Order(2)
    void tablesHaveKeysTypesCommentsAndIndexesAndTheViewsAnswer() throws Exception {
        // Given
        Map<String, Drop> newest = new TreeMap<>();
        topics.drops()
                .forEach(drop -> newest.put(drop.getHospital() + "|" + drop.getUnit() + "|" + drop.getMeasure(), drop));
        long open = newest.values().stream()
                .filter(drop -> drop.getState() == DropState.OPEN)
                .count();
        long months = topics.newest(Topics.SCORES).values().stream()
                .filter(score -> score.getWindow() == Window.MONTH)
                .count();

        // When // Then
        assertThat(postgres.rows("select column_name || ' ' || data_type from information_schema.columns where"
                        + " table_schema = 'heed' and table_name = 'scores' and column_name in ('n', 'start', 'final', 'unit')"
                        + " order by 1"))
                .containsExactly("final boolean", "n bigint", "start timestamp with time zone", "unit text");
        assertThat(
                        postgres.rows(
                                "select col_description('heed.scores'::regclass, ordinal_position::int) from"
                                        + " information_schema.columns where table_schema = 'heed' and table_name = 'scores' and column_name = 'n'"))
                .containsExactly("Number of answers in the denominator; 0 where there are no responses.");
        assertThat(
                        postgres.rows(
                                "select indexname from pg_indexes where schemaname = 'heed' and tablename = 'drops' order by 1"))
                .containsExactly("drops_by_hospital_opened_at", "drops_by_record_key", "drops_by_state", "drops_pkey");
        assertThat(postgres.rows("select count(*) from heed.scores_by_month")).containsExactly(String.valueOf(months));
        assertThat(postgres.rows("select count(*) from heed.open_drops")).containsExactly(String.valueOf(open));
        assertThat(postgres.rows(
                        "select count(distinct month) from heed.league_latest where measure = 'fft-2020.positive'"))
                .containsExactly("1");
        assertThat(postgres.rows(
                        "select count(*) from heed.current_scores where unit is null and measure = 'fft-2020.positive'"
                                + " and score between 0.5 and 1"))
                .containsExactly("10");
    }

    @Test
    @Order(3)
    void everyCommandOfTheDocumentWritesWhatTheTopicsHave() throws Exception {
        // Given
        List<String> commands = Documents.blocks("docs/export.md", "sh").stream()
                .flatMap(String::lines)
                .toList();

        // When
        List<String> printed = commands.stream().map(WaysOutIT::run).toList();
        String python = python();

        // Then
        Map<String, Score> march = topics.newest(Topics.SCORES).entrySet().stream()
                .filter(row -> !row.getValue().getStart().isBefore(Instant.parse("2026-03-01T00:00:00Z"))
                        && row.getValue().getStart().isBefore(Instant.parse("2026-03-31T23:00:00Z")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(lines("march.csv").stream().skip(1).map(line -> cells(line, 0, 1, 2, 3, 7, 8)))
                .hasSizeGreaterThan(1_000)
                .containsExactlyInAnyOrderElementsOf(march.values().stream()
                        .map(score -> String.join(
                                "|",
                                score.getHospital(),
                                score.getUnit() == null ? "" : score.getUnit(),
                                score.getMeasure(),
                                score.getWindow().name(),
                                String.valueOf(score.getN()),
                                String.valueOf(score.getSum())))
                        .toList());
        assertThat(lines("drops.csv"))
                .hasSize(1
                        + (int) topics.drops().stream()
                                .map(Drop::getDropId)
                                .distinct()
                                .count());
        assertThat(lines("week.csv").stream()
                        .skip(1)
                        .map(line -> cells(line, 3))
                        .distinct())
                .hasSize(10);
        assertThat(Files.size(directory.resolve("league.xlsx"))).isGreaterThan(2_000);
        assertThat(Files.size(directory.resolve("scores.parquet"))).isGreaterThan(2_000);
        assertThat(lines("published.csv").stream().skip(1).map(line -> cells(line, 1, 3, 8, 9)))
                .isNotEmpty()
                .containsOnly("|MONTH||");
        assertThat(printed.get(printed.size() - 1).lines()).hasSize(6);
        assertThat(python.lines()).hasSize((int) march.values().stream()
                .filter(score ->
                        score.getWindow() == Window.MONTH && score.getUnit() == null && score.getScore() != null)
                .count());
        assertThat(python).contains("T00 fft-2020.positive ");
    }

    private static List<String> lines(String file) throws Exception {
        return Files.readAllLines(directory.resolve(file));
    }

    private static String cells(String line, int... columns) {
        String[] cells = line.split(",", -1);
        return Arrays.stream(columns).mapToObj(column -> cells[column]).collect(Collectors.joining("|"));
    }

    /** Runs a command line of the document here, its files in the test's directory, and returns what it printed. */
    private static String run(String command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            String[] arguments = Arrays.stream(command.split(" ", -1))
                    .skip(1)
                    .map(word -> word.matches("\\w+\\.(csv|xlsx|parquet)")
                            ? directory.resolve(word).toString()
                            : word)
                    .toArray(String[]::new);
            int exitCode = HeedCommand.run(HeedProcess.on(servers, directory.resolve("heed"), arguments));
            assertThat(exitCode).as(command).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String python() throws Exception {
        Path script = Files.writeString(
                directory.resolve("read.py"),
                Documents.blocks("docs/export.md", "python").get(0));
        Process process = new ProcessBuilder("python3", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    @Order(4)
    void whatWasRefusedIsListedShownAndCountsOnceItIsSentAgain() throws Exception {
        // Given
        Instant now = Instant.now();
        // A sender whose clock was two hours slow: it arrived before it was given.
        long slow = now.minus(Duration.ofHours(2)).toEpochMilli();
        try (KafkaProducer<String, Feedback> producer = topics.producer()) {
            producer.send(new ProducerRecord<>(
                            Topics.FEEDBACK.name(), null, slow, "NEW", response(now.minusSeconds(60))))
                    .get();
        }
        caughtUp();
        String which = "--reason dated_in_future --source heed.feedback.v1 --since " + now.minus(Duration.ofHours(3));
        String listed = run("heed rejected list " + which);
        String id = listed.substring(0, listed.indexOf(' '));
        String shown = run("heed rejected show " + id);
        String none = run("heed rejected list --reason dated_in_future --until 2026-01-01T00:00:00Z");

        // When
        String dry = run("heed rejected replay --dry-run " + which);
        String first = run("heed rejected replay " + which);
        String second = run("heed rejected replay " + id);
        caughtUp();

        // Then
        assertThat(listed).contains("dated_in_future", "key NEW", "      1  dated_in_future  from heed.feedback.v1");
        assertThat(shown).contains("dated more than an hour after it arrived", "\"hospital\":\"NEW\"");
        assertThat(none).isEqualTo("Nothing.\n");
        assertThat(dry).isEqualTo("1 records; none was sent.\n");
        assertThat(first).startsWith("Sent 1 again.");
        assertThat(second).startsWith("Sent 1 again.");
        assertThat(topics.newest(Topics.SCORES).values().stream()
                        .filter(score -> score.getHospital().equals("NEW") && score.getWindow() == Window.MONTH)
                        .map(score -> score.getMeasure() + " " + score.getN()))
                .contains("fft-2020.positive 1");
    }

    @Test
    @Order(6)
    void aWorkerOfConnectThatIsKilledTwiceBringsEachRowOfItsFilesInOnce() throws Exception {
        // Given
        Path in = Files.createDirectories(directory.resolve("in"));
        Path done = Files.createDirectories(directory.resolve("done"));
        int files = new RowFilesOfWards().writeTo(in);
        Path mapping = Files.writeString(directory.resolve("wards.yaml"), RowFilesOfWards.MAPPING);
        String config =
                """
                {"connector.class": "FeedbackFileSourceConnector", "exactly.once.support": "required", "key.converter":
                "%1$s", "value.converter": "%1$s", "directory": "%2$s", "finished.directory": "%3$s", "mapping": "%4$s",
                "registry": "%5$s", "still.ms": "0", "batch.rows": "250"}"""
                        .formatted(
                                "org.apache.kafka.connect.converters.ByteArrayConverter",
                                in,
                                done,
                                mapping,
                                servers.registryUrl());
        long start = topics.committedEnd(Topics.FEEDBACK);

        // When
        HttpResponse<String> refused;
        HttpResponse<String> taken;
        int left;
        String printed;
        try (ConnectWorker worker = ConnectWorker.prepare(directory.resolve("connect"), servers)) {
            worker.start();
            refused = worker.put("/connectors/wards/config", config.replace("wards.yaml", "none.yaml"));
            taken = worker.put("/connectors/wards/config", config);
            killAt(start + 8_000, worker);
            killAt(start + 30_000, worker);
            left = filesIn(in);
            Awaitility.await().atMost(LIMIT).until(() -> filesIn(done) == files);
            printed = worker.printed();
        }
        caughtUp();
        Recounted recounted = Recounted.of(directory.resolve("heed"), servers);
        HeedProcess last = sink("--until-end");
        int exitCode = last.awaitExit();

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("there is no file").contains("none.yaml");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        List<String> ids = topics.read(Topics.FEEDBACK).stream()
                .filter(record -> record.key().startsWith("W"))
                .map(record -> topics.value(Topics.FEEDBACK, record.value()).getFeedbackId())
                .toList();
        // Counted first: fifty thousand ids say nothing to whoever reads that some of them are there twice.
        assertThat(ids.size()).isEqualTo(RowFilesOfWards.RESPONSES);
        assertThat(ids.stream().distinct().count()).isEqualTo(RowFilesOfWards.RESPONSES);
        assertThat(topics.read(Topics.COMMENTS)).hasSize(RowFilesOfWards.COMMENTS);
        assertThat(topics.newest(Topics.COMMENTS).values())
                .allMatch(comment -> comment.getText().equals("Cold tea; ring [phone number]"));
        assertThat(printed)
                .contains("A row is refused: d.csv, line 12002: given_at (column 'Date')")
                .doesNotContain("0161 496", "Cold tea", "qzyx");
        assertThat(left).as("files at the second kill").isPositive();
        assertThat(recounted.differences())
                .allMatch(line -> line.startsWith("difference  " + gone + ": row is absent"));
        assertThat(topics.newest(Topics.SCORES).values().stream()
                        .filter(score -> score.getHospital().startsWith("W")
                                && score.getWindow() == Window.MONTH
                                && score.getMeasure().equals("fft-2020.positive"))
                        .mapToLong(Score::getN)
                        .sum())
                .isEqualTo(RowFilesOfWards.RESPONSES);
        assertThat(exitCode).as(last.text()).isZero();
        assertThat(postgres.rows("select " + COLUMNS + " from heed.scores").stream()
                        .sorted())
                .containsExactlyElementsOf(onTopic());
    }

    private static int filesIn(Path done) throws Exception {
        try (Stream<Path> files = Files.list(done)) {
            return (int) files.count();
        }
    }

    /** Kills the worker once so much is committed, in the middle of what it does, and starts it again. */
    private static void killAt(long responses, ConnectWorker worker) throws Exception {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> topics.committedEnd(Topics.FEEDBACK) > responses);
        worker.kill();
        worker.start();
    }

    private static Feedback response(Instant given) {
        return Feedback.newBuilder()
                .setFeedbackId(UUID.nameUUIDFromBytes("refused".getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital("NEW")
                .setUnit(null)
                .setQuestionnaire("fft-2020")
                .setGivenAt(given)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }

    @Test
    @Order(5)
    void aSinkWaitsForADatabaseThatIsAwayAndLosesNothingAndASecondSinkIsRefused() throws Exception {
        // Given
        HeedProcess first = sink();
        first.await(line -> line.contains("oldest record") || line.contains("where it ended"));

        // When
        HeedProcess second = sink();
        int refused = second.awaitExit();
        postgres.goAway();
        first.await(line -> line.startsWith("Waits: "));
        Load.of(300, 10, 22).writeTo(topics);
        caughtUp();
        postgres.comeBack();
        List<String> rows = Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> postgres.rows("select " + COLUMNS + " from heed.scores").stream()
                                .sorted()
                                .toList(),
                        onTopic()::equals);
        first.close();

        // Then
        assertThat(rows).isNotEmpty();
        assertThat(refused).isEqualTo(1);
        assertThat(second.text())
                .contains("another sink writes to the schema heed of this database. Stop it first, or say --schema for"
                        + " another.");
        assertThat(first.text()).contains("Waits: ", "Goes on where it ended.");
    }

    @Test
    @Order(7)
    void whatCommandsTakeOutOrBringInIsInTheAudit() throws Exception {
        // Given
        Files.writeString(
                directory.resolve("fft.csv"),
                "org_code,org_name,total_responses,positive_count,negative_count\nOUT,Outside,3,2,1\n");
        Path routes = stopsMails("ward-7", "sister@example.org");

        // When
        run("heed import fft.csv --format fft-trusts --month 2026-03");
        run("heed tail drops -n 1 --until-end --hospital T01");
        int none = HeedCommand.run(HeedProcess.on(servers, directory.resolve("heed"), "rejected", "show", "0-999999"));
        String last = run("heed tail audit -n 1 --until-end");
        run("heed notify resume ward-7 sister@example.org --set notify.routes=" + routes);

        // Then
        assertThat(topics.newest(Topics.UNSUBSCRIPTIONS)).isEmpty();
        assertThat(none).isEqualTo(1);
        assertThat(last).hasLineCount(1).contains("\"rejected show\"");
        assertThat(topics.read(Topics.AUDIT))
                .extracting(each -> topics.value(Topics.AUDIT, each.value()))
                .extracting(each -> each.getKind() + " " + each.getAbout() + " " + each.getHospital())
                .contains(
                        "BROUGHT_IN import null",
                        "EXPORTED tail drops T01",
                        "EXPORTED rejected show null",
                        "MAILS_RESUMED route ward-7 null");
    }

    /** Has somebody stop the mails of a route, and returns the file that has the route. */
    private static Path stopsMails(String route, String address) throws Exception {
        String id = Unsubscribed.id(route, address);
        try (KafkaProducer<String, Unsubscription> page = topics.producer(Topics.UNSUBSCRIPTIONS)) {
            var stopped = new Unsubscription(id, route, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            page.send(new ProducerRecord<>(Topics.UNSUBSCRIPTIONS.name(), id, stopped))
                    .get();
        }
        return Files.writeString(
                directory.resolve("routes.yaml"),
                """
                mail:
                  host: localhost
                  security: none
                  from: heed@example.org
                routes:
                  %s:
                    to: mail
                    addresses: %s
                """
                        .formatted(route, address));
    }
}

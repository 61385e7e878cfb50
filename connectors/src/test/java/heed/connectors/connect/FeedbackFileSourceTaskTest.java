package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.mapping.MappingText;
import heed.connectors.rows.RowFile;
import heed.connectors.rows.RowImport;
import heed.connectors.submission.CommentReader;
import heed.connectors.table.TableSource;
import heed.connectors.words.FakeCommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FeedbackFileSourceTaskTest {

    private static final Instant NOW = Instant.parse("2026-04-20T00:00:00Z");
    private static final String MAPPING =
            """
            questionnaire: fft-2020
            source: tablets
            hospital: {column: Trust}
            given_at: {column: Date}
            comment: {column: Why}
            answers:
              overall: {column: Q1}
            """;
    private static final String HEADER = "Trust,Date,Q1,Why\n";
    private static final String GOOD = "RQX,2026-04-01T10:00:00Z,very_good,\n";

    @TempDir
    private Path directory;

    private final SchemaRegistry registry = new MemorySchemaRegistry();
    private final AvroSerdes serdes = new AvroSerdes(registry);
    private final Logger log = (Logger) LoggerFactory.getLogger(FeedbackFileSourceTask.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private FakeWorker worker;

    @BeforeEach
    void prepare() throws Exception {
        Files.createDirectory(directory.resolve("in"));
        Files.createDirectory(directory.resolve("done"));
        Files.writeString(directory.resolve("tablets.yaml"), MAPPING);
        logged.start();
        log.setLevel(Level.INFO);
        log.addAppender(logged);
        worker = worker(Map.of());
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setLevel(null);
        worker.stop();
    }

    private FakeWorker worker(Map<String, String> more) {
        return worker(more, registry);
    }

    private FakeWorker worker(Map<String, String> more, SchemaRegistry schemas) {
        return worker(more, schemas, Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime);
    }

    private FakeWorker worker(Map<String, String> more, SchemaRegistry schemas, Clock clock, LongSupplier nanos) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "directory", directory.resolve("in").toString(),
                "mapping", directory.resolve("tablets.yaml").toString(),
                "registry", "http://127.0.0.1:1",
                "still.ms", "0",
                "scan.ms", "50"));
        settings.putAll(more);
        return new FakeWorker(settings, schemas, clock, nanos).start();
    }

    private Path write(String name, String text) throws Exception {
        // As senders are advised to: written elsewhere, and there at once.
        Path written = Files.writeString(directory.resolve("written"), text);
        return Files.move(written, directory.resolve("in").resolve(name));
    }

    private static List<String> ids(List<Feedback> responses) {
        return responses.stream().map(Feedback::getFeedbackId).toList();
    }

    private List<Feedback> responses(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals("heed.feedback.v1"))
                .map(record ->
                        serdes.of(Topics.FEEDBACK).deserializer().deserialize(record.topic(), (byte[]) record.value()))
                .toList();
    }

    private List<String> places(List<SourceRecord> records) {
        return records.stream()
                .map(record -> record.topic() + " " + record.sourceOffset().get("line") + " "
                        + record.sourceOffset().get("end"))
                .toList();
    }

    @Test
    void aFileBecomesTheRecordsThatTheImportWrites() throws Exception {
        // Given
        Path file = write(
                "a.csv",
                HEADER + GOOD + GOOD + "RQX,2026-04-02T10:00:00Z,poor,\"Dr Smith, call 0161 496 0000\"\n"
                        + "RQX,2026-04-02T10:00:00Z,,nothing answered\n");
        var questionnaires = Questionnaires.shipped();
        var hospitals = HospitalDirectory.empty();
        FakeWriter imported = FakeWriter.acknowledging();
        FakeCommentWriter comments = FakeCommentWriter.acknowledging();
        new RowImport(
                        RowFile.open(
                                TableSource.ofFile(file),
                                MappingText.read(
                                        directory.resolve("tablets.yaml").toString(), questionnaires),
                                questionnaires,
                                hospitals,
                                CommentReader.knowing(Optional.empty(), hospitals, 4_000)),
                        Duration.ofDays(45),
                        NOW)
                .run(
                        each -> {},
                        serdes.of(Topics.FEEDBACK).deserializer(),
                        new SubmissionWriter(imported, comments),
                        ImportProgress.NONE);

        // When
        List<SourceRecord> records = worker.runToEnd().committed();

        // Then
        assertThat(responses(records)).hasSize(3).isEqualTo(imported.feedback());
        assertThat(records.stream().filter(record -> record.topic().equals("heed.feedback.v1")))
                .allSatisfy(record -> {
                    assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
                    assertThat((byte[]) record.key()).isEqualTo("RQX".getBytes(StandardCharsets.UTF_8));
                    assertThat(record.kafkaPartition()).isNull();
                });
        List<Comment> written = records.stream()
                .filter(record -> record.topic().equals("heed.comments.v1"))
                .map(record ->
                        serdes.of(Topics.COMMENTS).deserializer().deserialize(record.topic(), (byte[]) record.value()))
                .toList();
        assertThat(written).hasSize(1).containsExactlyElementsOf(comments.kept().values());
        assertThat(written.get(0).getText()).isEqualTo("Dr [name], call [phone number]");
    }

    @Test
    void theNextTaskGoesOnBehindTheLastRowThatIsCommitted() throws Exception {
        // Given
        write("a.csv", HEADER + GOOD.repeat(10));
        worker = worker(Map.of("batch.rows", "3"));
        worker.commit(worker.poll());
        List<SourceRecord> lost = worker.poll();

        // When
        worker.start().runToEnd();

        // Then
        assertThat(lost).hasSize(3);
        assertThat(ids(responses(worker.committed()))).hasSize(10).doesNotHaveDuplicates();
        assertThat(places(worker.committed()))
                .startsWith("heed.feedback.v1 2 false")
                .endsWith("heed.feedback.v1 11 true");
    }

    @Test
    void whoHasOnlyACommentOfARowReadsTheRowAgain() throws Exception {
        // Given
        write("a.csv", HEADER + GOOD + "RQX,2026-04-02T10:00:00Z,poor,Cold food\n");

        // When
        List<SourceRecord> records = worker.poll();

        // Then
        assertThat(places(records))
                .containsExactly("heed.feedback.v1 2 false", "heed.comments.v1 2 false", "heed.feedback.v1 3 true");
    }

    @Test
    void aFileThatIsDoneIsPassedOverUntilItChanges() throws Exception {
        // Given
        Path file = write("a.csv", HEADER + GOOD);
        worker.runToEnd().start();
        List<SourceRecord> again = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            again.addAll(worker.pollOnce());
        }

        // When
        Files.writeString(file, HEADER + GOOD + GOOD.replace("very_good", "poor"));
        worker.run(records -> records.size() == 3);

        // Then
        assertThat(again).isEmpty();
        List<String> ids = ids(responses(worker.committed()));
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void filesAreReadInTheOrderOfTheirNames() throws Exception {
        // Given
        worker = worker(Map.of("batch.rows", "1"));
        for (String name : List.of("b.csv", "c.csv", "a.csv")) {
            write(name, HEADER + GOOD.replace("RQX", name.substring(0, 1).toUpperCase(Locale.ROOT)));
        }
        write(".hidden.csv", HEADER + GOOD);
        write("notes.txt", "read me");

        // When
        worker.run(records -> records.size() == 3);

        // Then
        assertThat(responses(worker.committed()))
                .extracting(Feedback::getHospital)
                .containsExactly("A", "B", "C");
    }

    @Test
    void aFileIsMovedAwayOnceAllOfItIsCommittedAndNoSooner() throws Exception {
        // Given
        Path done = directory.resolve("done");
        Files.writeString(done.resolve("a.csv"), "last month's");
        Path file = write("a.csv", HEADER + GOOD + "RQX,2026-04-02T10:00:00Z,poor,Cold food\n");
        worker = worker(Map.of("finished.directory", done.toString()));
        List<SourceRecord> records = worker.poll();
        worker.commit(records.subList(0, 2));
        worker.pollOnce();
        boolean before = Files.exists(file);

        // When
        worker.commit(records.subList(2, 3));
        worker.run(all -> !Files.exists(file));

        // Then
        assertThat(before).isTrue();
        assertThat(Files.readString(done.resolve("a.csv"))).isEqualTo("last month's");
        try (Stream<Path> all = Files.list(done)) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .hasSize(2)
                    .anyMatch(name -> name.matches("[0-9a-f]{8}-a\\.csv"));
        }
    }

    @Test
    void aFileThatTookThePlaceOfOneThatWasReadIsReadBeforeItIsMovedAway() throws Exception {
        // Given
        Path done = directory.resolve("done");
        Path file = write("a.csv", HEADER + GOOD);
        worker = worker(Map.of("finished.directory", done.toString()));
        List<SourceRecord> records = worker.poll();
        Path later = Files.writeString(directory.resolve("later"), HEADER + GOOD.replace("very_good", "poor"));
        Files.move(later, file, StandardCopyOption.REPLACE_EXISTING);

        // When
        worker.commit(records);
        worker.run(all -> !Files.exists(file));

        // Then
        assertThat(ids(responses(worker.committed()))).hasSize(2).doesNotHaveDuplicates();
        assertThat(done.resolve("a.csv")).content().contains("poor");
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("Another file has taken the place of one that is in Heed; it stays, and is read when it"
                        + " stands still file=a.csv");
    }

    @Test
    void aFileThatWasChangedAndLooksTheSameIsReadBeforeItIsMovedAway() throws Exception {
        // Given
        Path file = write("a.csv", HEADER + GOOD);
        worker = worker(Map.of("finished.directory", directory.resolve("done").toString()));
        List<SourceRecord> records = worker.poll();
        var changed = Files.getLastModifiedTime(file);
        Files.writeString(file, HEADER + GOOD.replace("-01T", "-02T"));
        Files.setLastModifiedTime(file, changed);

        // When
        worker.commit(records);
        worker.run(all -> !Files.exists(file));

        // Then
        assertThat(ids(responses(worker.committed()))).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatAKilledTaskWasMovingIsReadAndMoved() throws Exception {
        // Given
        Path done = directory.resolve("done");
        write(".moving-a.csv", HEADER + GOOD);

        // When
        worker = worker(Map.of("finished.directory", done.toString()));
        worker.run(all -> Files.exists(done.resolve("a.csv")));

        // Then
        assertThat(responses(worker.committed())).hasSize(1);
    }

    @Test
    void theTaskFailsWhereReadingEndsInAnErrorOfJava() throws Exception {
        // Given
        worker = worker(
                Map.of("unreadable", "pass-over"),
                registry,
                ((InstantSource) () -> {
                            throw new OutOfMemoryError("canary");
                        })
                        .withZone(ZoneOffset.UTC),
                System::nanoTime);
        write("a.csv", HEADER + GOOD);

        // When // Then
        assertThatThrownBy(() -> worker.poll())
                .isInstanceOf(ConnectException.class)
                .hasNoCause()
                .hasMessage("reading a.csv ended in an error that is not known: java.lang.OutOfMemoryError. Give the"
                        + " worker more memory, then start the task again");
    }

    /** Whoever looks for what is at the end of a link that leads to itself finds no end, whatever they may do. */
    private void writeWhatNobodyCanOpen(String name) throws Exception {
        Path file = directory.resolve("in").resolve(name);
        Files.createSymbolicLink(file, file);
    }

    @Test
    void theTaskNamesAFileThatCantBeOpened() throws Exception {
        // Given
        writeWhatNobodyCanOpen("a.csv");
        write("b.csv", HEADER + GOOD);

        // When // Then
        assertThatThrownBy(() -> worker.poll())
                .isInstanceOf(ConnectException.class)
                .hasMessage("a.csv can't be read (FileSystemException). Let the worker read it or take it away, then"
                        + " start the task again; with unreadable=pass-over others are read meanwhile");
    }

    @Test
    void othersAreReadBesideAFileThatCantBeOpenedWhichIsNamedOnce() throws Exception {
        // Given
        worker = worker(Map.of("unreadable", "pass-over"));
        writeWhatNobodyCanOpen("a.csv");
        write("b.csv", HEADER + GOOD);

        // When
        worker.runToEnd();
        worker.pollOnce();
        worker.pollOnce();

        // Then
        assertThat(responses(worker.committed())).hasSize(1);
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("A file can't be read and is passed over for as long as that is so: a.csv can't be"
                        + " read (FileSystemException)");
    }

    @Test
    void aFileThatTheWorkerMayNotReadIsReadOnceItMay() throws Exception {
        // Given
        worker = worker(Map.of("unreadable", "pass-over"));
        Path file = write("a.csv", HEADER + GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        // The superuser may.
        assumeThat(Files.isReadable(file)).isFalse();
        worker.pollOnce();
        worker.pollOnce();

        // When
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        worker.runToEnd();

        // Then
        assertThat(responses(worker.committed())).hasSize(1);
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("A file can't be read and is passed over for as long as that is so: a.csv can't be"
                        + " read (AccessDeniedException)");
    }

    @Test
    @Timeout(60)
    void aPollIsOverLongBeforeTheDirectoryIsLookedIntoAgain() throws Exception {
        // Given
        worker = worker(Map.of("scan.ms", "3600000"));

        // When
        List<SourceRecord> first = worker.pollOnce();
        write("a.csv", HEADER + GOOD);
        List<SourceRecord> second = worker.pollOnce();

        // Then
        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
        assertThat(worker.asked()).isZero();
    }

    @Test
    void aPollThatTakesLongGoesOnInTheNext() throws Exception {
        // Given
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            write(name, HEADER + GOOD);
        }
        worker.run(records -> records.size() == 3);
        var seconds = new AtomicLong();
        FakeWorker slow = worker(
                Map.of(),
                registry,
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> TimeUnit.SECONDS.toNanos(seconds.incrementAndGet()));
        slow.knowAs(worker);

        // When
        List<Integer> asked = new ArrayList<>();
        for (int poll = 0; poll < 4; poll++) {
            slow.pollOnce();
            asked.add(slow.asked());
        }

        // Then
        slow.stop();
        assertThat(asked).containsExactly(1, 2, 3, 3);
        assertThat(slow.committed()).isEmpty();
    }

    @Test
    void nothingIsTakenOfAFileThatCantBeReadToItsEndAndTheTaskSaysWhy() throws Exception {
        // Given
        worker = worker(Map.of("batch.rows", "5"));
        write("a.csv", HEADER + GOOD.repeat(20) + "RQX,2026-04-02T10:00:00Z,poor,\"canary\n");

        // When // Then
        assertThatThrownBy(() -> worker.poll())
                .isInstanceOf(ConnectException.class)
                .hasNoCause()
                .hasMessageStartingWith("a.csv, line 22: the quotes of this row don't close")
                .hasMessageContaining("No row of the file is taken now. Mend it or take it away");
        assertThat(worker.committed()).isEmpty();
    }

    @Test
    void othersAreReadBesideAFileThatCantBeReadWhereThatIsAskedFor() throws Exception {
        // Given
        worker = worker(Map.of("unreadable", "pass-over"));
        write("a.csv", "RQX,2026-04-01T10:00:00Z,poor,canary\n");
        write("b.csv", HEADER + GOOD);

        // When
        worker.runToEnd();

        // Then
        assertThat(responses(worker.committed())).hasSize(1);
        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("A file can't be read and is passed over until it changes: a.csv has no column 'Trust'")
                .doesNotContain("canary");
    }

    @Test
    void badRowsAreNamedByFileAndLineAndNeverByWhatTheySay() throws Exception {
        // Given
        write(
                "a.csv",
                HEADER + "RQX,canary,poor,\n" + "RQX,2026-04-02T10:00:00Z,canary,canary\n"
                        + "RQX,2025-04-02T10:00:00Z,poor,canary\n" + GOOD);

        // When
        worker.runToEnd();
        worker.pollOnce();

        // Then
        assertThat(responses(worker.committed())).hasSize(1);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("canary"))
                .anyMatch(line -> line.startsWith("A row is refused: a.csv, line 2: given_at (column 'Date') "))
                .anyMatch(line -> line.startsWith("A row is refused: a.csv, line 3: answers.overall (column 'Q1') "))
                .anyMatch(line -> line.startsWith(
                        "A row is refused: a.csv, line 4: given_at (column 'Date') is more than 45 days ago"))
                .anyMatch(line -> line.startsWith("A file is read to its end file=a.csv responses=1 "));
    }

    @Test
    void aRegistryThatIsAwayIsAskedAgainAndNoRowIsLost() throws Exception {
        // Given
        List<Integer> asked = new ArrayList<>();
        worker = worker(Map.of(), new SchemaRegistry() {
            @Override
            public int register(String subject, Schema schema) {
                asked.add(1);
                if (asked.size() < 3) {
                    throw new RegistryUnavailableException("http://127.0.0.1:1", "away");
                }
                return registry.register(subject, schema);
            }

            @Override
            public Schema byId(int id) {
                return registry.byId(id);
            }
        });
        write("a.csv", HEADER + GOOD.repeat(3));
        int refusals = 0;

        // When
        while (worker.committed().size() < 3) {
            try {
                worker.commit(worker.pollOnce());
            } catch (RetriableException e) {
                refusals++;
            }
        }

        // Then
        assertThat(refusals).isEqualTo(2);
        assertThat(ids(responses(worker.committed()))).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void ndjsonIsReadByTheSameMapping() throws Exception {
        // Given
        write(
                "a.ndjson",
                IntStream.range(0, 5)
                        .mapToObj(i -> "{\"Trust\":\"RQX\",\"Date\":\"2026-04-01T10:0" + i
                                + ":00Z\",\"Q1\":\"good\",\"Why\":\"\"}\n")
                        .collect(Collectors.joining()));

        // When
        worker.runToEnd();

        // Then
        assertThat(responses(worker.committed())).hasSize(5);
        assertThat(places(worker.committed())).endsWith("heed.feedback.v1 5 true");
    }
}

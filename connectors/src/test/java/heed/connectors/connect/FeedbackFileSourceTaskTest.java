package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.Beginning;
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
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FeedbackFileSourceTaskTest extends FilesOfAWorker {

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
                        ImportProgress.NONE,
                        Beginning.UNTOLD);

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

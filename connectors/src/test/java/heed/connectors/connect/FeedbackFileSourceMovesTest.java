package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class FeedbackFileSourceMovesTest extends FilesOfAWorker {

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
}

package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;

class FeedbackFileSourceTroubleTest extends FilesOfAWorker {

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
        assumeThat(Files.isReadable(file))
                .as("not tried: root may read every file")
                .isFalse();
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
                .startsWith(
                        "A file can't be read and is passed over until it changes: a.csv has none of the columns that are to be read")
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
}

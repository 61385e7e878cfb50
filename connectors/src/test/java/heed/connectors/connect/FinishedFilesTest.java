package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedFilesTest {

    @TempDir
    private Path directory;

    private Path in;
    private Path done;
    private Path file;
    private FinishedFiles files;

    @BeforeEach
    void readOne() throws Exception {
        in = Files.createDirectory(directory.resolve("in"));
        done = Files.createDirectory(directory.resolve("done"));
        file = Files.writeString(in.resolve("a.csv"), "first");
        files = new FinishedFiles(in, Optional.of(done));
        files.readToEnd(SourceFile.of(file), file, FileState.of(file).orElseThrow());
    }

    private static List<String> names(Path of) throws Exception {
        try (Stream<Path> all = Files.list(of)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsStillWhatWasReadIsMovedOnce() throws Exception {
        // When
        var moved = files.moveDone();
        var again = files.moveDone();

        // Then
        assertThat(moved.moved()).containsExactly(file);
        assertThat(moved.replaced()).isEmpty();
        assertThat(again.moved()).isEmpty();
        assertThat(names(in)).isEmpty();
        assertThat(names(done)).containsExactly("a.csv");
    }

    @Test
    void anotherOfTheSameNameStays() throws Exception {
        // Given
        Path other = Files.writeString(directory.resolve("other"), "second");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        // When
        var result = files.moveDone();

        // Then
        assertThat(result.moved()).isEmpty();
        assertThat(result.replaced()).containsExactly(file);
        assertThat(file).hasContent("second");
        assertThat(names(in)).containsExactly("a.csv");
        assertThat(names(done)).isEmpty();
    }

    @Test
    void oneThatLooksTheSameAndSaysSomethingElseStays() throws Exception {
        // Given
        FileTime changed = Files.getLastModifiedTime(file);
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, changed);

        // When
        var result = files.moveDone();

        // Then
        assertThat(result.replaced()).containsExactly(file);
        assertThat(file).hasContent("other");
        assertThat(names(in)).containsExactly("a.csv");
        assertThat(names(done)).isEmpty();
    }

    @Test
    void oneThatWasTakenAwayIsNotMissed() throws Exception {
        // Given
        Files.delete(file);

        // When
        var result = files.moveDone();

        // Then
        assertThat(result.replaced()).isEmpty();
        assertThat(names(done)).isEmpty();
    }

    @Test
    void oneThatCantBeMovedHasItsNameAgain() throws Exception {
        // Given
        Files.delete(done);

        // When // Then
        assertThatThrownBy(() -> files.moveDone())
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("all that was read of a.csv is in Heed, but it can't be moved away (")
                .hasMessageEndingWith(
                        "; let the worker write to " + in + " and " + done + ", then start the task again");
        assertThat(names(in)).containsExactly("a.csv");
    }

    @Test
    void whatAKilledTaskWasMovingHasItsNameAgain() throws Exception {
        // Given
        Files.move(file, in.resolve(".moving-a.csv"));

        // When
        new FinishedFiles(in, Optional.of(done)).recover();

        // Then
        assertThat(names(in)).containsExactly("a.csv");
    }

    @Test
    void whatAKilledTaskWasMovingWritesOverNothing() throws Exception {
        // Given
        Files.writeString(in.resolve(".moving-a.csv"), "killed");

        // When // Then
        assertThatThrownBy(() -> files.recover())
                .isInstanceOf(ConnectException.class)
                .hasMessage("a.csv was put there again while one of this name was moved away, which is "
                        + in.resolve(".moving-a.csv")
                        + " now; give that another name, by which it is read, then start the task again");
        assertThat(file).hasContent("first");
        assertThat(in.resolve(".moving-a.csv")).hasContent("killed");
    }
}

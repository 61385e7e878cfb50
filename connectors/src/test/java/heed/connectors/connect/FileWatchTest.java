package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

    private static final Duration STILL = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final AtomicLong nanos = new AtomicLong(7);

    private FileWatch watch() {
        return new FileWatch(directory, "*.{csv,xlsx}", STILL, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aFileIsReadyOnceItHasStoodStillAndNoSooner() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("a.csv"), "1");
        FileWatch watch = watch();

        // When
        var seen = watch.ready();
        pass(STILL.minusNanos(1));
        var before = watch.ready();
        pass(Duration.ofNanos(1));
        var at = watch.ready();

        // Then
        assertThat(seen).isEmpty();
        assertThat(before).isEmpty();
        assertThat(at).containsOnlyKeys(file);
    }

    @Test
    void aFileThatGrowsBeginsToStandStillAnew() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("a.csv"), "1");
        FileWatch watch = watch();
        watch.ready();
        pass(STILL);
        Files.writeString(file, "2", StandardOpenOption.APPEND);

        // When
        var grown = watch.ready();
        pass(STILL);
        var still = watch.ready();

        // Then
        assertThat(grown).isEmpty();
        assertThat(still).containsOnlyKeys(file);
        assertThat(still.get(file).size()).isEqualTo(2);
    }

    @Test
    void aFileThatTookThePlaceOfAnotherIsAnother() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("a.csv"), "1");
        FileState before = FileState.of(file).orElseThrow();
        Path other = Files.writeString(directory.resolve("other"), "2");
        Files.setLastModifiedTime(other, before.changed());

        // When
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        // Then
        assertThat(FileWatch.isStill(file, before)).isFalse();
    }

    @Test
    void whatIsSettledOrNotMeantIsPassedOver() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("a.csv"), "1");
        Path sheet = Files.writeString(directory.resolve("b.xlsx"), "1");
        Files.writeString(directory.resolve(".a.csv"), "1");
        Files.writeString(directory.resolve("a.csv.part"), "1");
        Files.createDirectory(directory.resolve("c.csv"));
        FileWatch watch = watch();
        watch.ready();
        pass(STILL);

        // When
        var ready = watch.ready();
        watch.settle(file, ready.get(file));
        var rest = watch.ready();

        // Then
        assertThat(ready).containsOnlyKeys(file, sheet);
        assertThat(rest).containsOnlyKeys(sheet);
    }
}

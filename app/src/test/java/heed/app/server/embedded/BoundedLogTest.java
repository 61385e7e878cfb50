package heed.app.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    Path directory;

    @Test
    void growsToTheLimitAndThenStartsAgainKeepingOneOldFile() throws IOException {
        // Given
        Path file = directory.resolve("server.log");

        // When
        try (BoundedLog log = new BoundedLog(file, 8)) {
            log.append("one");
            log.append("two");
            log.append("three");
            log.append("four");
        }

        // Then
        assertThat(file).hasContent("four\n");
        assertThat(directory.resolve("server.log.1")).hasContent("three\n");
    }

    @Test
    void keepsTheFileOfTheRunBefore() throws IOException {
        // Given
        Path file = directory.resolve("server.log");
        try (BoundedLog log = new BoundedLog(file, 100)) {
            log.append("yesterday");
        }

        // When
        try (BoundedLog log = new BoundedLog(file, 100)) {
            log.append("today");
        }

        // Then
        assertThat(file).hasContent("today\n");
        assertThat(directory.resolve("server.log.1")).hasContent("yesterday\n");
    }

    @Test
    void remembersOfAStackTraceOnlyWhatItIsOf() throws IOException {
        // Given
        try (BoundedLog log = new BoundedLog(directory.resolve("server.log"), 1_000)) {
            // When
            log.append("java.io.IOException: Too many open files");
            log.append("\tat java.base/java.util.zip.ZipFile.open(Native Method)");
            log.append("Caused by: a limit");

            // Then
            assertThat(log.lastLines())
                    .containsExactly("java.io.IOException: Too many open files", "Caused by: a limit");
        }
    }

    @Test
    void remembersItsLastLinesOnly() throws IOException {
        // Given
        try (BoundedLog log = new BoundedLog(directory.resolve("server.log"), 1_000)) {
            // When
            IntStream.rangeClosed(1, 14).forEach(i -> log.append("line " + i));

            // Then
            assertThat(log.lastLines()).hasSize(12).startsWith("line 3").endsWith("line 14");
        }
    }
}

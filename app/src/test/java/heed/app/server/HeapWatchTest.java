package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapWatchTest {

    private static final long MIB = 1L << 20;

    @TempDir
    private Path data;

    @Test
    void writesDownHowMuchIsKeptAndSaysInWordsWhenTheHeapIsFull() {
        // Given
        var heap = new AtomicReference<>(new HeapUse(300 * MIB, 1_000 * MIB));
        var file = new HeapFile(data);
        try (var watch = new HeapWatch(file, heap::get)) {

            // When
            watch.look();
            var first = file.read();
            heap.set(new HeapUse(315 * MIB, 1_000 * MIB));
            watch.look();
            var littleMore = file.read();
            heap.set(new HeapUse(899 * MIB, 1_000 * MIB));
            watch.look();
            var almostFull = file.read();
            boolean fullBelow = watch.full().isDone();
            heap.set(new HeapUse(900 * MIB, 1_000 * MIB));
            watch.look();

            // Then
            assertThat(first).hasValue(300 * MIB);
            assertThat(littleMore).hasValue(300 * MIB);
            assertThat(almostFull).hasValue(899 * MIB);
            assertThat(fullBelow).isFalse();
            assertThat(file.read()).hasValue(900 * MIB);
            assertThatThrownBy(() -> watch.full().join())
                    .cause()
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(
                            "The heap is full: 900 MiB of 1,000 MiB are kept. Start with more, HEED_JAVA_OPTS=-Xmx2g");
        }
    }
}

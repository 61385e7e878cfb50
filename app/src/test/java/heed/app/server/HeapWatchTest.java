package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapWatchTest {

    private static final long MIB = 1L << 20;

    @TempDir
    private Path data;

    private final AtomicReference<HeapUse> heap = new AtomicReference<>(new HeapUse(0, 1_000 * MIB, 0));

    private void leaves(long mib) {
        heap.set(new HeapUse(mib * MIB, 1_000 * MIB, heap.get().collections() + 1));
    }

    @Test
    void writesDownHowMuchTwoCollectionsLeave() {
        // Given
        var file = new HeapFile(data);
        try (var watch = new HeapWatch(file, heap::get)) {
            List<OptionalLong> written = new ArrayList<>();

            // When
            for (long mib : new long[] {300, 310, 315, 899, 320, 500, 500}) {
                leaves(mib);
                watch.look();
                written.add(file.read());
            }

            // Then
            assertThat(written)
                    .extracting(bytes -> bytes.isPresent() ? bytes.getAsLong() / MIB : -1)
                    .containsExactly(-1L, 300L, 300L, 300L, 320L, 320L, 500L);
            assertThat(watch.full()).isNotDone();
        }
    }

    @Test
    void leavesWhatWasWrittenAloneUntilThereAreTwoCollections() throws IOException {
        // Given
        var file = new HeapFile(data);
        file.write(700 * MIB);
        try (var watch = new HeapWatch(file, heap::get)) {

            // When
            watch.look();
            leaves(300);
            watch.look();

            // Then
            assertThat(file.read()).hasValue(700 * MIB);
        }
    }

    @Test
    void saysInWordsThatTheHeapIsFullWhereTwoCollectionsLeaveItSo() {
        // Given
        try (var watch = new HeapWatch(new HeapFile(data), heap::get)) {
            leaves(901);
            watch.look();
            watch.look();
            boolean fullAfterOne = watch.full().isDone();

            // When
            leaves(900);
            watch.look();

            // Then
            assertThat(fullAfterOne).isFalse();
            assertThatThrownBy(() -> watch.full().join())
                    .cause()
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(
                            "The heap is full: 900 MiB of 1,000 MiB are kept. Start with more, HEED_JAVA_OPTS=-Xmx2g");
        }
    }
}

package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.instance.HeapFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapCheckTest {

    private static final long GIB = 1L << 30;

    @TempDir
    private Path data;

    @Test
    void saysThatNothingIsKnownBeforeTheFirstRun() {
        // When
        Finding finding = new HeapCheck(new HeapFile(data)).run(GIB);

        // Then
        assertThat(finding.isProblem()).isFalse();
        assertThat(finding.what())
                .isEqualTo("heap with room for 1,024 MiB; what this data needs is known once Heed has run on it");
    }

    @Test
    void takesWhatFitsAndRefusesWhatDoesNotWithTheOptionThatMendsIt() throws IOException {
        // Given
        var file = new HeapFile(data);
        file.write(922L << 20);

        // When
        Finding asBefore = new HeapCheck(file).run(GIB);
        Finding withMore = new HeapCheck(file).run(GIB + GIB / 50);

        // Then
        assertThat(asBefore.isProblem()).isTrue();
        assertThat(asBefore.text())
                .contains(
                        "this data filled 922 MiB when Heed ran last, and the heap has room for 1,024 MiB",
                        "HEED_JAVA_OPTS=-Xmx3g",
                        "limits",
                        "heap.json");
        assertThat(withMore.isProblem()).isFalse();
        assertThat(withMore.what())
                .isEqualTo("heap with room for 1,044 MiB; this data filled 922 MiB when Heed ran last");
    }

    @Test
    void goesOnWhereTheFileIsDamaged() throws IOException {
        // Given
        Files.writeString(data.resolve("heap.json"), "{\"kept\": ");

        // When // Then
        assertThat(new HeapCheck(new HeapFile(data)).run(GIB).isProblem()).isFalse();
    }
}

package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Recounted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of a Heed with servers of its own is full, and free again: it says so, and has lost nothing. */
class DiskFullIT {

    @TempDir
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = ended("mount", "-t", "tmpfs", "-o", "size=200m", "heed-fault", disk.toString()) == 0;
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            ended("umount", disk.toString());
        }
    }

    @Test
    void endsWithASentenceAndCountsAllThatItAcknowledgedWhenThereIsRoomAgain() throws Exception {
        // Given
        assumeTrue(mounted, "not tried: only root can mount a disk that is small enough to fill");
        Path data = disk.resolve("data");
        int acknowledged = 0;
        String said;
        try (StandaloneHeed heed = StandaloneHeed.start(data)) {
            acknowledged += heed.send();
            Path filler = fill();

            // When
            long begun = System.nanoTime();
            while (heed.process().isAlive() && System.nanoTime() - begun < HeedProcess.GENEROUS.toNanos()) {
                acknowledged += heed.send();
            }
            said = heed.process().text();
            Files.delete(filler);
        }
        try (StandaloneHeed heed = StandaloneHeed.start(data)) {
            acknowledged += heed.send();
            Recounted recounted = heed.recount();

            // Then
            System.out.println("disk full: " + acknowledged + " acknowledged, " + recounted.count("counted")
                    + " counted; said:\n" + said);
            assertThat(said).contains("can't write to " + data, "Free some, and start Heed again");
            assertThat(said).doesNotContain("\tat ");
            assertThat(recounted.exitCode()).as(recounted.text()).isZero();
            assertThat(recounted.count("counted")).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    private static int ended(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] some = new byte[1 << 16];
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            // It is full.
            return filler;
        }
    }
}

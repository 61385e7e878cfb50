package heed.app.server.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceFileTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    Path data;

    @Test
    void findsARunningInstanceUntilItsFileIsDeleted() {
        // Given
        var file = new InstanceFile(data);
        RunningInstance self = instance(SELF.pid(), InstanceFile.began(SELF));

        // When
        var before = file.running();
        file.write(self);
        var during = file.running();
        file.delete();
        var after = file.running();

        // Then
        assertThat(before).isEmpty();
        assertThat(during).contains(self);
        assertThat(after).isEmpty();
    }

    @Test
    void seesThatAProcessIsNotTheOneThatWroteTheFileThoughItHasItsId() {
        // Given
        new InstanceFile(data)
                .write(instance(SELF.pid(), InstanceFile.began(SELF).minusSeconds(60)));

        // When
        var running = new InstanceFile(data).running();

        // Then
        assertThat(running).isEmpty();
    }

    @Test
    void takesAFileThatIsNotReadableForNone() throws Exception {
        // Given
        Files.writeString(data.resolve("heed.json"), "{\"pid\": 1");

        // When
        var running = new InstanceFile(data).running();

        // Then
        assertThat(running).isEmpty();
    }

    private static RunningInstance instance(long pid, Instant began) {
        return new RunningInstance(
                pid,
                began,
                "127.0.0.1:1",
                URI.create("http://127.0.0.1:2/"),
                URI.create("http://127.0.0.1:3/"),
                URI.create("http://127.0.0.1:4/feedback"));
    }
}

package heed.app.server.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {

    @TempDir
    private Path data;

    @Test
    void isTheSameAtEveryStart() {
        // When
        String first = InstanceId.in(data);
        String second = InstanceId.in(data);

        // Then
        assertThat(first).startsWith("heed-").hasSize(41);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void isAnotherWhereTheFileIsDamaged() throws IOException {
        // Given
        Files.write(data.resolve("instance-id"), new byte[] {0, (byte) 0xFF, 'x'});

        // When
        String first = InstanceId.in(data);
        String second = InstanceId.in(data);

        // Then
        assertThat(first).startsWith("heed-").hasSize(41);
        assertThat(second).isEqualTo(first);
    }
}

package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        // Given
        Path data = directory.resolve("var").resolve("heed");

        // When
        DataDirectory.prepare(data);

        // Then
        assertThat(permissions(data)).isEqualTo("rwx------");
    }

    @Test
    void isClosedToOthersWhereItWasOpenToThem() throws IOException {
        // Given
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        DataDirectory.prepare(directory);

        // Then
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @Test
    void leavesADirectoryThatEverybodyMayWriteToAsItIs() throws IOException {
        // Given
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        // When
        DataDirectory.prepare(directory);

        // Then
        assertThat(permissions(directory)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void saysWhatToDoWhereItCannotBeMade() throws IOException {
        // Given
        Path data = Files.createFile(directory.resolve("file")).resolve("data");

        // When // Then
        assertThatThrownBy(() -> DataDirectory.prepare(data))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The data directory " + data + " can't be made (")
                .hasMessageEndingWith("). Make it, or choose another with --data.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

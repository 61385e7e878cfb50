package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.form.KeyFile;
import heed.app.settings.AccessKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorKeyCheckTest {

    @TempDir
    private Path data;

    private Finding found() {
        return new SecondFactorKeyCheck(AccessKind.ACCOUNTS, data).run().orElseThrow();
    }

    private Path made() {
        KeyFile.key(data, KeyFile.SECOND_FACTORS, "second factors", new SecureRandom());
        return data.resolve("second-factor.key");
    }

    @Test
    void findsNothingWrongWithTheOneThatHeedMakesNorWhereThereIsNoneYet() {
        // When
        Finding before = found();
        Path file = made();
        Finding after = found();

        // Then
        assertThat(before.isProblem()).isFalse();
        assertThat(before.what()).contains(file + ", is not there: Heed makes one", "bring theirs back first");
        assertThat(after.isProblem()).isFalse();
        assertThat(after.what()).contains("readable and its owner's alone");
    }

    @Test
    void saysThatOthersMayReadIt() throws IOException {
        // Given
        Path file = made();

        // When
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        // Then
        assertThat(found().isProblem()).isTrue();
        assertThat(found().what()).contains("may be read or written by others than its owner");
        assertThat(found().remedy()).contains("chmod 600 " + file);
    }

    @Test
    void saysThatItIsDamagedOrNoFileThatCanBeReadAndLeavesItAsItIs() throws IOException {
        // Given
        Path file = Files.writeString(made(), "no key");

        // When
        Finding damaged = found();
        String left = Files.readString(file);
        Files.delete(file);
        Files.createDirectory(file);
        Finding unreadable = found();

        // Then
        assertThat(damaged.isProblem()).isTrue();
        assertThat(damaged.what()).contains("is damaged");
        assertThat(left).isEqualTo("no key");
        assertThat(unreadable.isProblem()).isTrue();
        assertThat(unreadable.what()).contains("can't be read");
    }

    @Test
    void saysNothingWhereHeedAsksNobodyForASecondFactor() {
        // When // Then
        assertThat(new SecondFactorKeyCheck(AccessKind.OPEN, data).run()).isEmpty();
        assertThat(new SecondFactorKeyCheck(AccessKind.PROVIDER, data).run()).isEmpty();
    }
}

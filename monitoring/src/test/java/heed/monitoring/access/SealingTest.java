package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealingTest {

    private final SecureRandom random = new SecureRandom();
    private final Sealing sealing = new Sealing("attempt", "secret", random);

    @Test
    void opensWhatItSealedAndNothingElse() {
        // Given
        String closed = sealing.seal("Sister Evans");
        String changed = (closed.charAt(20) == 'A' ? 'B' : 'A') + closed.substring(21);

        // When // Then
        assertThat(closed).matches("[A-Za-z0-9_-]+").isNotEqualTo(sealing.seal("Sister Evans"));
        assertThat(new Sealing("attempt", "secret", random).open(closed)).contains("Sister Evans");
        assertThat(new Sealing("attempt", "another", random).open(closed)).isEmpty();
        assertThat(new Sealing("logout hint", "secret", random).open(closed)).isEmpty();
        assertThat(sealing.open(closed.substring(0, 20) + changed)).isEmpty();
        assertThat(sealing.open("")).isEmpty();
        assertThat(sealing.open("A")).isEmpty();
        assertThat(sealing.open("A".repeat(37))).isEmpty();
        assertThat(sealing.open("no base64 !")).isEmpty();
    }
}

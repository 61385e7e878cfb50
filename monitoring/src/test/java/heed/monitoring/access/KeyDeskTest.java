package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.SettableClock;
import heed.monitoring.access.KeyDesk.Wanted;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyDeskTest {

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    private final KeysInMemory keys = new KeysInMemory();
    private final KeyDesk desk = keys.desk(new SettableClock(NOON));

    private static Wanted wanted(String name, KeyPurpose purpose, int perMinute, String... hospitals) {
        return new Wanted(name, purpose, List.of(hospitals), perMinute, Optional.empty());
    }

    private void refuses(String why, Wanted wanted) {
        assertThatThrownBy(() -> desk.add(wanted, "ito"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void addsAKeyOfWhichNoMoreThanItsBeginningAndADigestAreKept() throws Exception {
        // When
        String key = desk.add(
                new Wanted("board", KeyPurpose.READ, List.of("H2", "H1", "H2"), 60, Optional.of(Duration.ofDays(3))),
                "ito");

        // Then
        ProgramKey row = desk.all().get(0);
        assertThat(key).startsWith("heed_read_").hasSizeGreaterThan(40);
        assertThat(row.getBeginning()).isEqualTo(key.substring(0, "heed_read_".length() + 4));
        assertThat(row.getHospitals()).containsExactly("H1", "H2");
        assertThat(row.getExpiresAt()).isEqualTo(NOON.plus(Duration.ofDays(3)));
        assertThat(row.getCreatedBy()).isEqualTo("ito");
        assertThat(row.toString()).doesNotContain(key);
        assertThat(keys.programs.of("Bearer " + key)).contains(row);
    }

    @Test
    void revokesAKeyForGoodAndTwiceIsOnce() throws Exception {
        // Given
        String key = desk.add(wanted("board", KeyPurpose.READ, 60, "H1"), "ito");
        String beginning = desk.all().get(0).getBeginning();

        // When
        desk.revoke(beginning);
        ProgramKey again = desk.revoke(beginning);

        // Then
        assertThat(again.getRevokedAt()).isEqualTo(NOON);
        assertThat(keys.programs.of("Bearer " + key)).isEmpty();
        assertThatThrownBy(() -> desk.revoke("heed_read_none")).hasMessageContaining("no key that is listed so");
    }

    @Test
    void refusesWhatIsNoKeyInWords() throws Exception {
        // Given
        desk.add(wanted("two", KeyPurpose.READ, 60, "H1"), "ito");
        desk.add(wanted("two", KeyPurpose.READ, 60, "H1"), "ito");

        // When // Then
        refuses("is no name of a program", wanted("Board", KeyPurpose.READ, 60));
        refuses("is no code of a hospital", wanted("board", KeyPurpose.READ, 60, "H 1"));
        refuses("name no hospital", wanted("board", KeyPurpose.METRICS, 60, "H1"));
        refuses("1 to 100000", wanted("board", KeyPurpose.READ, 0));
        refuses("1 to 100000", wanted("board", KeyPurpose.READ, 100_001));
        refuses("1 day or more", new Wanted("board", KeyPurpose.READ, List.of(), 1, Optional.of(Duration.ZERO)));
        refuses("has two keys that are good already", wanted("two", KeyPurpose.READ, 60, "H1"));
        refuses("has a key for something else", wanted("two", KeyPurpose.INTAKE, 60, "H1"));
        assertThat(desk.all()).hasSize(2);
    }
}

package heed.schemas.program;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final String KEY = "heed_in_0123456789";

    private Instant now = Instant.parse("2030-01-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Map<String, ProgramKey> keys = new HashMap<>();
    private final Programs programs = new Programs(() -> keys, clock);

    private ProgramKey add(ProgramKey.Builder key) {
        ProgramKey built = key.build();
        keys.put(built.getKeyId(), built);
        return built;
    }

    private ProgramKey.Builder aKey() {
        return ProgramKey.newBuilder()
                .setKeyId(Secret.digest(KEY))
                .setBeginning("heed_in_0123")
                .setName("tablets")
                .setPurpose(KeyPurpose.INTAKE)
                .setHospitals(List.of("H1"))
                .setPerMinute(2)
                .setCreatedAt(now)
                .setCreatedBy("ops");
    }

    @Test
    void areKnownByTheWholeKeyInWhateverCaseTheSchemeIsWritten() {
        // Given
        ProgramKey key = add(aKey());

        // When
        List<Optional<ProgramKey>> found = List.of(
                programs.of("Bearer " + KEY),
                programs.of("bearer   " + KEY + " "),
                programs.of("Bearer " + KEY + "0"),
                programs.of("Bearer " + key.getBeginning()),
                programs.of("Bearer " + key.getKeyId()),
                programs.of("Basic " + KEY),
                programs.of(KEY),
                programs.of(null));

        // Then
        assertThat(found.subList(0, 2)).containsOnly(Optional.of(key));
        assertThat(found.subList(2, 8)).containsOnly(Optional.empty());
        assertThat(key.toString()).doesNotContain(KEY);
    }

    @Test
    void areNobodyOnceTheirKeyIsRevokedOrHasExpiredOrIsForWhatIsNotKnown() {
        // Given
        Instant noon = now;
        add(aKey().setExpiresAt(noon.plusSeconds(1)));

        // When
        boolean before = programs.of("Bearer " + KEY).isPresent();
        now = noon.plusSeconds(1);
        boolean expired = programs.of("Bearer " + KEY).isPresent();
        add(aKey().setRevokedAt(now));
        boolean revoked = programs.of("Bearer " + KEY).isPresent();
        add(aKey().setPurpose(KeyPurpose.UNSTATED));
        boolean later = programs.of("Bearer " + KEY).isPresent();

        // Then
        assertThat(List.of(before, expired, revoked, later)).containsExactly(true, false, false, false);
    }

    @Test
    void reachTheHospitalsThatTheirKeyNamesOrAllWhereItNamesNone() {
        // Given
        ProgramKey one = add(aKey());
        ProgramKey all = add(aKey().setHospitals(List.of()));

        // When
        List<Boolean> reached =
                List.of(Programs.reaches(one, "H1"), Programs.reaches(one, "H2"), Programs.reaches(all, "H2"));

        // Then
        assertThat(reached).containsExactly(true, false, true);
    }

    @Test
    void waitOnceTheirKeyHasMadeItsRequestsOfAMinute() {
        // Given
        ProgramKey key = add(aKey());
        ProgramKey other = add(aKey().setKeyId("other"));

        // When
        List<Duration> waits =
                IntStream.range(0, 3).mapToObj(any -> programs.take(key)).toList();
        Duration others = programs.take(other);
        now = now.plusSeconds(30);
        Duration later = programs.take(key);

        // Then
        assertThat(waits).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30));
        assertThat(List.of(others, later)).containsOnly(Duration.ZERO);
    }

    @Test
    void showKeysThatSayWhoseTheyAreAndWhatFor() {
        // When
        List<String> beginnings = List.of(
                Programs.beginning(KeyPurpose.INTAKE),
                Programs.beginning(KeyPurpose.READ),
                Programs.beginning(KeyPurpose.METRICS));
        String secret = Secret.random(new SecureRandom());

        // Then
        assertThat(beginnings).containsExactly("heed_in_", "heed_read_", "heed_metrics_");
        assertThat(secret).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secret.random(new SecureRandom()));
        assertThat(Secret.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

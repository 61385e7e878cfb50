package heed.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static final Instant AT = Instant.parse("2030-01-01T12:00:00Z");

    private static AuditEntry.Builder entry(AuditKind kind) {
        return AuditEntry.newBuilder().setKind(kind).setAt(AT).setTimes(1);
    }

    @Test
    void tellsWhenWhoWhatWhereAndFromWhere() {
        // When
        List<String> lines = Stream.of(
                        entry(AuditKind.DENIED)
                                .setWho("evans")
                                .setAbout("/hospitals/{code}")
                                .setHospital("H2")
                                .setCameFrom("192.0.2.1")
                                .setTimes(7),
                        entry(AuditKind.SIGN_IN_REFUSED).setCameFrom("192.0.2.1"),
                        entry(AuditKind.KEY_ADDED).setWho("command line ops").setAbout("tablets"))
                .map(AuditEntry.Builder::build)
                .map(AuditWords::line)
                .toList();

        // Then
        assertThat(lines)
                .containsExactly(
                        "2030-01-01T12:00:00Z  evans  denied  /hospitals/{code}  hospital H2  from 192.0.2.1  7 times",
                        "2030-01-01T12:00:00Z  nobody known  sign in refused  from 192.0.2.1",
                        "2030-01-01T12:00:00Z  command line ops  key added  tablets");
    }

    @Test
    void knowsAKindByItsWordsHoweverTheyAreJoined() {
        // When // Then
        assertThat(AuditWords.kind("sign in refused")).contains(AuditKind.SIGN_IN_REFUSED);
        assertThat(AuditWords.kind("sign-in-refused")).contains(AuditKind.SIGN_IN_REFUSED);
        assertThat(AuditWords.kind("SIGN_IN_REFUSED")).contains(AuditKind.SIGN_IN_REFUSED);
        assertThat(AuditWords.kind("looked")).isEmpty();
    }

    @Test
    void asksForAllOfANameOrAWordOfItForAKindAHospitalAndDays() {
        // Given
        AuditEntry denied = entry(AuditKind.DENIED)
                .setWho("heed_read_Ab12... board-report")
                .setHospital("H2")
                .build();

        // When // Then
        assertThat(AuditFilter.ALL.takes(denied)).isTrue();
        assertThat(who("board-report").takes(denied)).isTrue();
        assertThat(who("heed_read_Ab12... board-report").takes(denied)).isTrue();
        assertThat(who("board").takes(denied)).isFalse();
        assertThat(who("evans").takes(entry(AuditKind.DENIED).build())).isFalse();
        assertThat(asking(AuditKind.DENIED, "H2", AT, AT.plusMillis(1)).takes(denied))
                .isTrue();
        assertThat(asking(AuditKind.ACTED, "H2", AT, AT.plusMillis(1)).takes(denied))
                .isFalse();
        assertThat(asking(AuditKind.DENIED, "H1", AT, AT.plusMillis(1)).takes(denied))
                .isFalse();
        assertThat(asking(AuditKind.DENIED, "H2", AT.minusMillis(1), AT).takes(denied))
                .isFalse();
        assertThat(asking(AuditKind.DENIED, "H2", AT.plusMillis(1), Instant.MAX).takes(denied))
                .isFalse();
    }

    private static AuditFilter who(String who) {
        return new AuditFilter(Optional.of(who), Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX);
    }

    private static AuditFilter asking(AuditKind kind, String hospital, Instant from, Instant until) {
        return new AuditFilter(Optional.empty(), Optional.of(kind), Optional.of(hospital), from, until);
    }
}

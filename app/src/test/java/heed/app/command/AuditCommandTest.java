package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditCommandTest {

    private static AuditEntry.Builder entry(AuditKind kind) {
        return AuditEntry.newBuilder()
                .setKind(kind)
                .setAt(Instant.parse("2030-01-01T12:00:00Z"))
                .setTimes(1);
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
                .map(AuditCommand::line)
                .toList();

        // Then
        assertThat(lines)
                .containsExactly(
                        "2030-01-01T12:00:00Z  evans  denied  /hospitals/{code}  hospital H2  from 192.0.2.1  7 times",
                        "2030-01-01T12:00:00Z  nobody known  sign in refused  from 192.0.2.1",
                        "2030-01-01T12:00:00Z  command line ops  key added  tablets");
    }
}

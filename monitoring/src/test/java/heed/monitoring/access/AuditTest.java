package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.monitoring.access.Audit.Happened;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final List<AuditEntry> log = new ArrayList<>();
    private final SettableClock clock = new SettableClock(NOON);
    private final Audit audit = new Audit(log::add, clock);

    private static Happened denied(String who) {
        return new Happened(AuditKind.DENIED, who, "/hospitals/{code}", "H2", "192.0.2.1");
    }

    @Test
    void saysAtOnceWhoDidWhatWhereAndFromWhere() {
        // When
        audit.note(denied("evans"));

        // Then
        assertThat(log)
                .containsExactly(AuditEntry.newBuilder()
                        .setKind(AuditKind.DENIED)
                        .setWho("evans")
                        .setAbout("/hospitals/{code}")
                        .setHospital("H2")
                        .setAt(NOON)
                        .setCameFrom("192.0.2.1")
                        .setTimes(1)
                        .build());
    }

    @Test
    void sumsUpWhatIsRepeatedWithinAMinuteHoweverOften() {
        // Given
        for (int time = 0; time < 500; time++) {
            audit.note(denied("evans"));
        }
        audit.note(denied("price"));

        // When
        clock.set(NOON.plusSeconds(59));
        audit.tellRepeated();
        int within = log.size();
        clock.set(NOON.plusSeconds(60));
        audit.tellRepeated();
        audit.note(denied("evans"));

        // Then
        assertThat(within).isEqualTo(2);
        assertThat(log).extracting(AuditEntry::getTimes).containsExactly(1, 1, 499, 1);
        assertThat(log.get(2).getWho()).isEqualTo("evans");
    }

    @Test
    void saysOnceAnHourWhatASessionIsDeniedAgainAndLosesNoCount() {
        // Given
        for (int second = 0; second < 3_600; second += 10) {
            clock.set(NOON.plusSeconds(second));
            audit.tellRepeated();
            audit.noteDenied("one", denied("evans"));
            audit.noteDenied("two", denied("evans"));
        }

        // When
        int within = log.size();
        clock.set(NOON.plusSeconds(3_600));
        audit.tellRepeated();
        audit.noteDenied("one", denied("evans"));
        audit.noteDenied("one", denied("evans"));
        audit.end();

        // Then
        // Of two sessions that are denied the same within a minute, the second is said when the minute is over.
        assertThat(within).isEqualTo(2);
        assertThat(log).extracting(AuditEntry::getTimes).containsExactly(1, 1, 359, 359, 1, 1);
        assertThat(log.get(2).getAt()).isEqualTo(NOON.plusSeconds(3_590));
        assertThat(log).extracting(AuditEntry::getWho).containsOnly("evans");
    }

    @Test
    void saysEarlyWhatIsTheOldestOfTooManyDenialsAndLosesNoCount() {
        // Given
        audit.noteDenied("one", denied("evans"));
        audit.noteDenied("one", denied("evans"));

        // When
        for (int session = 0; session < 10_001; session++) {
            audit.noteDenied("session " + session, denied("price"));
        }
        audit.end();

        // Then
        assertThat(log)
                .extracting(each -> each.getWho() + " " + each.getTimes())
                .containsExactly("evans 1", "price 1", "evans 1", "price 10000");
    }

    @Test
    void countsByKindAloneWhatIsTooMuchForAMinute() {
        // When
        for (int sender = 0; sender < 3_000; sender++) {
            audit.note(new Happened(AuditKind.SIGN_IN_REFUSED, null, null, null, "2001:db8::" + sender));
        }
        audit.end();

        // Then
        assertThat(log).hasSize(1_002);
        assertThat(log.get(1_001).getTimes()).isEqualTo(1_999);
        assertThat(log.get(1_001).getCameFrom()).isNull();
        assertThat(log.stream().mapToInt(AuditEntry::getTimes).sum()).isEqualTo(3_000);
    }

    @Test
    void losesNothingThatWasRepeatedWhenItEndsOrTheClockIsSetBack() {
        // Given
        audit.note(denied("evans"));
        audit.note(denied("evans"));

        // When
        clock.set(NOON.minusSeconds(3_600));
        audit.note(denied("evans"));
        audit.end();

        // Then
        assertThat(log).extracting(AuditEntry::getTimes).containsExactly(1, 2);
    }
}

package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.monitoring.access.Audit.Happened;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
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
    void countsByPersonAloneWhatIsTheOldestOfTooManyDenialsAndSaysItOnce() {
        // Given
        for (int round = 0; round < 3; round++) {
            for (int address = 0; address < 50; address++) {
                audit.noteDenied("one", denied("evans", address));
            }
        }

        // When
        for (int person = 0; person < 10_050; person++) {
            audit.noteDenied("two", denied("person " + person));
        }
        int within = ofEvans().size();
        clock.set(NOON.plusSeconds(3_600));
        audit.tellRepeated();
        audit.end();

        // Then
        assertThat(within).isEqualTo(50);
        assertThat(ofEvans()).hasSize(51);
        assertThat(ofEvans().get(50).getTimes()).isEqualTo(100);
        assertThat(ofEvans().get(50).getAbout()).isNull();
    }

    @Test
    void saysNoMoreOfOnePersonThanAHundredDenialsAnHourAndHowManyOthersThereWere() {
        // When
        for (int address = 0; address < 5_000; address++) {
            audit.noteDenied("session " + address, denied("evans", address));
            audit.noteDenied("session " + address, denied("evans", address));
        }
        audit.noteDenied("one", denied("price"));
        audit.end();

        // Then
        assertThat(ofEvans()).hasSize(201);
        assertThat(ofEvans().stream().mapToInt(AuditEntry::getTimes).sum()).isEqualTo(10_000);
        assertThat(log).filteredOn(each -> "price".equals(each.getWho())).hasSize(1);
    }

    @Test
    void saysAHundredMoreOfOnePersonInTheNextHour() {
        // Given
        for (int address = 0; address < 150; address++) {
            audit.noteDenied("one", denied("evans", address));
        }
        clock.set(NOON.plusSeconds(3_600));
        audit.tellRepeated();
        int before = ofEvans().size();

        // When
        for (int address = 0; address < 150; address++) {
            audit.noteDenied("one", denied("evans", address));
        }

        // Then
        assertThat(before).isEqualTo(101);
        assertThat(ofEvans()).hasSize(201);
    }

    @Test
    void saysNotAllAtOnceWhatWasDeniedAgainWithinTheHour() {
        // Given
        for (int round = 0; round < 2; round++) {
            for (int person = 0; person < 900; person++) {
                audit.noteDenied("one", denied("person " + person));
            }
        }
        int within = log.size();

        // When
        clock.set(NOON.plusSeconds(3_600));
        audit.tellRepeated();
        int atOnce = log.size();
        audit.tellRepeated();

        // Then
        assertThat(List.of(within, atOnce, log.size())).containsExactly(900, 1_400, 1_800);
    }

    private static Happened denied(String who, int address) {
        return new Happened(AuditKind.DENIED, who, "/hospitals/{code}", "H" + address, "192.0.2.1");
    }

    private List<AuditEntry> ofEvans() {
        return log.stream().filter(each -> "evans".equals(each.getWho())).toList();
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
    void tellsInFullWhatChangesAccountsAndKeysHoweverMuchSomebodyIsDenied() {
        // Given
        for (int address = 0; address < 2_000; address++) {
            audit.note(new Happened(AuditKind.DENIED, "evans", "/hospitals/{code}", "H" + address, "192.0.2.1"));
        }
        var locked = new Happened(AuditKind.ACCOUNT_LOCKED, "ops", "price", null, "192.0.2.7");
        var exported = new Happened(AuditKind.EXPORTED, "ito", "/api/v1/hospitals/{code}", "H1", "192.0.2.9");

        // When
        audit.note(locked);
        audit.note(exported);

        // Then
        assertThat(log.subList(log.size() - 2, log.size()))
                .extracting(each -> each.getWho() + " " + each.getAbout() + " " + each.getCameFrom())
                .containsExactly("ops price 192.0.2.7", "ito /api/v1/hospitals/{code} 192.0.2.9");
    }

    @Test
    void keepsPlacesInTheQueueForChangesAlone() throws Exception {
        // Given
        var queue = new AuditQueue(10, 2);
        for (int time = 0; time < 20; time++) {
            audit.note(new Happened(AuditKind.DENIED, "evans", null, "H" + time, null));
        }

        // When
        long denied = log.stream().filter(queue::offer).count();
        AuditEntry change = RecordCopy.of(log.get(0), AuditEntry.newBuilder())
                .setKind(AuditKind.KEY_REVOKED)
                .build();

        // Then
        assertThat(denied).isEqualTo(8);
        assertThat(queue.offer(change)).isTrue();
        assertThat(queue.offer(change)).isTrue();
        assertThat(queue.offer(change)).isFalse();
        assertThat(queue.poll(Duration.ZERO)).isEqualTo(log.get(0));
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

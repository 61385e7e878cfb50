package heed.monitoring.access;

import static heed.monitoring.access.AuditInMemory.entry;
import static heed.monitoring.access.AuditInMemory.put;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final AuditTrail trail = new AuditTrail(2);

    private static AuditEntry at(String time) {
        return entry(AuditKind.SIGNED_IN, "2030-01-01T" + time + ":00Z").build();
    }

    private List<String> times() {
        return trail.newest().orElseThrow().stream()
                .map(each -> each.getAt().toString().substring(11, 16))
                .toList();
    }

    @Test
    void holdsTheNewestWhicheverPartitionTheyComeFromAndNoMore() {
        // Given
        trail.restart();

        // When
        Optional<List<AuditEntry>> early = trail.newest();
        Stream.of("12:00", "12:03", "12:01", "12:04", "12:02").forEach(time -> put(trail, at(time)));
        trail.publish();
        List<String> first = times();
        put(trail, at("12:05"));
        List<String> unpublished = times();
        trail.publish();

        // Then
        assertThat(early).isEmpty();
        assertThat(first).containsExactly("12:04", "12:03");
        assertThat(unpublished).isEqualTo(first);
        assertThat(times()).containsExactly("12:05", "12:04");
    }

    @Test
    void asksForNoMoreOfAPartitionThanItHolds() {
        // When // Then
        assertThat(trail.history()).isEqualTo(2);
        assertThat(new AuditTrail().history()).isEqualTo(10_000);
    }

    @Test
    void showsWhatItHeldWhileAllIsReadAnew() {
        // Given
        put(trail, at("12:00"));
        trail.publish();

        // When
        trail.restart();
        List<String> meanwhile = times();
        put(trail, at("12:01"));
        trail.publish();

        // Then
        assertThat(meanwhile).containsExactly("12:00");
        assertThat(times()).containsExactly("12:01");
    }
}

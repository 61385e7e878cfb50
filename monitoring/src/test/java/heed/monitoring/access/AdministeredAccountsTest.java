package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.access.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdministeredAccountsTest {

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    private static AuditEntry signedIn(String who, String at) {
        return AuditInMemory.entry(AuditKind.SIGNED_IN, at).setWho(who).build();
    }

    @Test
    void goesThroughTheAuditOnceForHoweverManyAccounts() throws Exception {
        // Given
        var access = new AccessInMemory();
        var sessions = new Sessions(
                access.book,
                access,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                new SecureRandom(),
                new SettableClock(NOON));
        List.of("evans", "ito", "price")
                .forEach(name -> access.write(somebody(name, Role.ANALYST).build()));
        sessions.begin("price");
        List<AuditEntry> entries = List.of(
                signedIn("ito", "2030-01-01T09:00:00Z"),
                signedIn("ito", "2030-01-01T10:00:00Z"),
                signedIn("price", "2030-01-01T11:00:00Z"));
        var read = new AtomicInteger();

        // When
        List<AccountStanding> all = new AdministeredAccounts(access.book, sessions, () -> {
                    read.incrementAndGet();
                    return Optional.of(entries);
                })
                .all();

        // Then
        assertThat(read).hasValue(1);
        assertThat(all).extracting(each -> each.account().getName()).containsExactly("evans", "ito", "price");
        assertThat(all)
                .extracting(AccountStanding::lastSignIn)
                .containsExactly(
                        Optional.empty(), Optional.of(Instant.parse("2030-01-01T10:00:00Z")), Optional.of(NOON));
        assertThat(all).extracting(AccountStanding::open).containsExactly(0, 0, 1);
    }
}

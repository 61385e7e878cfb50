package heed.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.Passwords;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.AuditKind;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static Account account(String name) {
        return Account.newBuilder()
                .setName(name)
                .setCalled("Evans")
                .setRole("lead")
                .setPlaces(List.of("H1|"))
                .setState(AccountState.ACTIVE)
                .setPassword("")
                .setSessionsFrom(Instant.EPOCH)
                .setChangedAt(Instant.EPOCH)
                .build();
    }

    @Test
    void tellNotOfTheRowsBesideThemNorLetThemBeChanged() {
        // Given
        var act = new NotedAct((kind, about, hospital) -> {}, AuditKind.ACCOUNT_LOCKED, "evans|used", null);
        Map<String, Account> rows = Map.of("evans", account("evans"), "evans|used", account("evans|used"));

        // When // Then
        try (var accounts = new Accounts(
                rows, Map.of("bootstrap.servers", "127.0.0.1:1"), new AvroSerdes(new MemorySchemaRegistry()))) {
            var desk = new AccountDesk(accounts.noting(act), new Passwords(new SecureRandom()), Clock.systemUTC());
            assertThat(accounts.all()).extracting(Account::getName).containsExactly("evans");
            assertThat(desk.all()).extracting(Account::getName).containsExactly("evans");
            assertThatThrownBy(() -> desk.lock("evans|used"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is nobody called");
        }
    }
}

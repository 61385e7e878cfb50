package heed.monitoring.page.admin;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AuditInMemory;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.AccountState;
import heed.schemas.AuditKind;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Role;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsAndKeysTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
    private static final Snapshot NOTHING = new ReadModel(Clock.systemUTC(), Simulated.STAFF)
            .seenBy(Viewer.withoutRights())
            .snapshot();

    private final SettableClock clock = new SettableClock(NOON);
    private final AccessInMemory access = new AccessInMemory();
    private final AuditTrail trail = new AuditTrail();
    private final Sessions sessions = sessions(EntryRules.byPassword());
    private final AccountsPage page = page(sessions);

    private Sessions sessions(EntryRules rules) {
        return new Sessions(
                access.book,
                access,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                new SecureRandom(),
                clock,
                rules);
    }

    private AccountsPage page(Sessions of) {
        return new AccountsPage(
                new AdministeredAccounts(access.book, of, trail),
                access.acts(of, EntryRules.byPassword(), clock),
                LONDON);
    }

    private List<String> person(String name) {
        return person(page, name);
    }

    private static List<String> person(AccountsPage page, String name) {
        return Asked.of(page, NOTHING, "/admin/accounts").row(name);
    }

    private List<String> person(EntryRules rules, String name) {
        return person(page(sessions(rules)), name);
    }

    @Test
    void tellsOfEachAccountWhatItMayWhereHowItStandsAndWhenItWasUsed() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|", "H2|W7")
                .setGranted(List.of("comments"))
                .build());
        access.write(somebody("ito", Role.ADMINISTRATOR).build());
        access.write(somebody("old", Role.WARD, "H1|W1")
                .setState(AccountState.LOCKED)
                .build());
        access.write(somebody("new", Role.NATIONAL)
                .setFirstUntil(NOON.plusSeconds(60))
                .build());
        AuditInMemory.put(
                trail,
                AuditInMemory.entry(AuditKind.SIGNED_IN, "2030-01-01T09:30:00Z")
                        .setWho("ito")
                        .build());
        AuditInMemory.put(
                trail,
                AuditInMemory.entry(AuditKind.SIGN_IN_REFUSED, "2030-01-01T10:30:00Z")
                        .setWho("ito")
                        .build());
        trail.publish();

        // When
        sessions.begin("price");
        sessions.begin("price");

        // Then
        assertThat(person("price"))
                .containsExactly(
                        "Called price", "lead, reads comments", "H1, H2/W7", "let in", "off", "2 Jan 2030, 12:00", "2");
        assertThat(person("ito"))
                .containsExactly(
                        "Called ito", "administrator", "all hospitals", "let in", "off", "1 Jan 2030, 09:30", "0");
        assertThat(person("old"))
                .containsExactly("Called old", "ward", "H1/W1", "not let in: locked", "off", "not known", "0");
        assertThat(person("new").get(3)).isEqualTo("first password until 2 Jan 2030, 12:01");
        assertThat(Asked.of(page, NOTHING, "/admin/accounts").attributes("tbody a", "href"))
                .contains("/admin/accounts/price");
    }

    @Test
    void saysWhyOfWhomNobodyLetsInNow() {
        // Given
        String issuer = "https://id.example";
        access.write(somebody("price", Role.LEAD, "H1|").build());
        access.write(somebody("p-1", Role.ENGINEER).setProvider(issuer).build());
        access.write(somebody("p-2", Role.ENGINEER)
                .setProvider("https://before.example")
                .build());
        EntryRules provider = EntryRules.by(issuer);

        // When // Then
        assertThat(person(provider, "p-1").subList(3, 5)).containsExactly("let in by the provider", "at the provider");
        assertThat(person(provider, "p-2").get(3)).isEqualTo("not let in: of a provider that lets nobody in now");
        assertThat(person(provider, "price").get(3))
                .isEqualTo("not let in: has a password, and a provider lets people in now");
        assertThat(person("price").get(3)).isEqualTo("let in");
        assertThat(person("p-1").get(3)).isEqualTo("not let in: of a provider that lets nobody in now");
    }

    @Test
    void letsNobodyInByAFirstPasswordThatHasExpired() {
        // Given
        access.write(somebody("new", Role.NATIONAL)
                .setFirstUntil(NOON.plusSeconds(60))
                .build());

        // When
        clock.set(NOON.plusSeconds(60));

        // Then
        assertThat(person("new").get(3)).isEqualTo("not let in: first password expired 2 Jan 2030, 12:01");
    }

    @Test
    void tellsWhoHasASecondFactorAndWhoLacksTheOneThatTheyNeed() {
        // Given
        var rules = new EntryRules(Optional.empty(), Set.of(Role.LEAD));
        access.write(somebody("on", Role.LEAD, "H1|").setSecondFactor("sealed").build());
        access.write(somebody("missing", Role.LEAD, "H1|").build());
        access.write(somebody("first", Role.LEAD, "H1|")
                .setFirstUntil(NOON.plusSeconds(60))
                .build());
        access.write(somebody("off", Role.ANALYST, "H1|").build());

        // When // Then
        assertThat(person(rules, "on").get(4)).isEqualTo("on");
        assertThat(person(rules, "missing").get(4)).isEqualTo("required and missing");
        assertThat(person(rules, "first").get(4)).isEqualTo("required and missing");
        assertThat(person(rules, "off").get(4)).isEqualTo("off");
        assertThat(Asked.of(page, NOTHING, "/admin/accounts").text()).doesNotContain("sealed");
    }

    @Test
    void countsNoSessionThatIsOver() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|").build());
        sessions.begin("price");

        // When
        clock.set(NOON.plus(Duration.ofMinutes(31)));

        // Then
        assertThat(person("price").get(6)).isEqualTo("0");
    }

    @Test
    void tellsOfEachKeyItsBeginningAloneAndHowItStands() {
        // Given
        var keys = new KeysInMemory();
        keys.add("heed_read_good", KeyPurpose.READ, 600);
        keys.add("heed_in_revoked", KeyPurpose.INTAKE, 60, "H1", "H2");
        keys.add("heed_metrics_expired", KeyPurpose.METRICS, 60);
        keys.all.replaceAll((id, key) -> switch (key.getPurpose()) {
            case INTAKE ->
                RecordCopy.of(key, ProgramKey.newBuilder()).setRevokedAt(NOON).build();
            case METRICS ->
                RecordCopy.of(key, ProgramKey.newBuilder()).setExpiresAt(NOON).build();
            case READ, UNSTATED -> key;
        });

        // When
        Parsed shown = Asked.of(new KeysPage(keys.desk(clock), LONDON), NOTHING, "/admin/keys");

        // Then
        assertThat(shown.row("heed_read..."))
                .containsExactly("report", "read", "all hospitals", "600", "1 Jan 1970 by ops", "good");
        assertThat(shown.row("heed_in_r..."))
                .containsExactly("report", "intake", "H1, H2", "60", "1 Jan 1970 by ops", "revoked 2 Jan 2030");
        assertThat(shown.row("heed_metr...").get(5)).isEqualTo("expired 2 Jan 2030");
        assertThat(shown.text()).doesNotContain("heed_read_good");
    }
}

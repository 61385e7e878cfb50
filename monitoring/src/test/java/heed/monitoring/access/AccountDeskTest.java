package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.monitoring.SettableClock;
import heed.monitoring.access.AccountDesk.Duty;
import heed.monitoring.access.AdministratorActs.Act;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.key.PlaceKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountDeskTest {

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
    private static final Duty LEAD = new Duty(Role.LEAD, List.of(new PlaceKey("H1", null)), Set.of());
    private static final Duty ENGINEER = new Duty(Role.ENGINEER, List.of(), Set.of());
    private static final String PROVIDER = "https://id.example";

    private final SettableClock clock = new SettableClock(NOON);
    private final AccessInMemory access = new AccessInMemory();
    private final Sessions sessions = new Sessions(
            access.book,
            access,
            new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
            new SecureRandom(),
            clock);
    private final AdministratorActs acts = access.acts(sessions, EntryRules.byPassword(), clock);

    private Account account(String name) {
        return access.book.account(name).orElseThrow();
    }

    /** Returns who acts, who sees the account as it is. */
    private AdministratorActs.By by(String name, String on) {
        return new AdministratorActs.By(
                name, access.book.account(on).map(AdministratorActs::asOf).orElse(""));
    }

    private static void refuses(String why, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    void addsSomebodyWithAPasswordThatIsGoodForSevenDaysAndHasToBeChanged() throws Exception {
        // When
        String password = acts.add(
                "price",
                "Dr Price\n",
                new Duty(
                        Role.LEAD,
                        List.of(new PlaceKey("H2", "W7"), new PlaceKey("H1", null)),
                        Set.of(Right.COMMENTS)));

        // Then
        Account added = account("price");
        assertThat(added.getCalled()).isEqualTo("Dr Price");
        assertThat(added.getPlaces()).containsExactly("H1|", "H2|W7");
        assertThat(added.getGranted()).containsExactly("comments");
        assertThat(added.getFirstUntil()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(added.getPassword()).startsWith("$argon2id$").doesNotContain(password);
    }

    @Test
    void refusesWhoCannotBeAddedSoAndWritesNothing() {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|").build());
        Duty nowhere = new Duty(Role.WARD, List.of(), Set.of());
        Duty somewhere = new Duty(Role.NATIONAL, LEAD.places(), Set.of());
        Duty reading = new Duty(Role.WARD, LEAD.places(), Set.of(Right.COMMENTS));

        // When // Then
        refuses("is no name to sign in with", () -> acts.add("Price", "P", LEAD));
        refuses("never given to another", () -> acts.add("price", "P", LEAD));
        refuses("say what others read", () -> acts.add("ito", "\n", LEAD));
        refuses("a ward needs hospitals or units", () -> acts.add("ito", "I", nowhere));
        refuses("a national is for all hospitals", () -> acts.add("ito", "I", somewhere));
        refuses("a ward can't be let read comments", () -> acts.add("ito", "I", reading));
        assertThat(access.accounts()).hasSize(1);
    }

    @Test
    void locksAndUnlocksAndEndsTheSessionsAtOnceEitherTime() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|").setPassword("kept").build());
        String token = sessions.begin("price");
        clock.set(NOON.plusSeconds(1));

        // When
        acts.act(Act.LOCK, "price", by("ito", "price"));
        boolean whileLocked = sessions.of(token).isPresent();
        AccountState locked = account("price").getState();
        acts.act(Act.UNLOCK, "price", by("ito", "price"));

        // Then
        assertThat(whileLocked).isFalse();
        assertThat(locked).isEqualTo(AccountState.LOCKED);
        assertThat(account("price").getState()).isEqualTo(AccountState.ACTIVE);
        assertThat(account("price").getPassword()).isEqualTo("kept");
        assertThat(sessions.of(token)).isEmpty();
    }

    @Test
    void givesAnotherPasswordAndLeavesTheSecondFactorWhichIsTakenAwayByItself() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|")
                .setState(AccountState.LOCKED)
                .setPassword("before")
                .setSecondFactor("sealed")
                .setRecoveryCodes(List.of("one"))
                .build());

        // When
        String password = acts.act(Act.RESET, "price", by("ito", "price")).orElseThrow();
        Account reset = account("price");
        acts.act(Act.RESET_SECOND_FACTOR, "price", by("ito", "price"));
        Account without = account("price");

        // Then
        assertThat(reset.getState()).isEqualTo(AccountState.ACTIVE);
        assertThat(reset.getPassword()).startsWith("$argon2id$").doesNotContain(password);
        assertThat(reset.getFirstUntil()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(reset.getSecondFactor()).isEqualTo("sealed");
        assertThat(without.getSecondFactor()).isNull();
        assertThat(without.getRecoveryCodes()).isEmpty();
        assertThat(without.getPassword()).isEqualTo(reset.getPassword());
    }

    @Test
    void changesWhatSomebodyMayInTheSessionsThatTheyHave() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|", "H2|")
                .setGranted(List.of("comments"))
                .build());
        String token = sessions.begin("price");

        // When
        acts.change("price", new Duty(Role.WARD, List.of(new PlaceKey("H1", "W7")), Set.of()), by("ito", "price"));

        // Then
        SignedIn now = sessions.of(token).orElseThrow();
        assertThat(now.account().getRole()).isEqualTo("ward");
        assertThat(now.account().getPlaces()).containsExactly("H1|W7");
        assertThat(now.account().getGranted()).isEmpty();
    }

    @Test
    void neitherLocksNorDemotesTheLastAdministratorUntilAnotherHasChosenAPassword() throws Exception {
        // Given
        access.write(somebody("ito", Role.ADMINISTRATOR).build());
        access.write(somebody("locked", Role.ADMINISTRATOR)
                .setState(AccountState.LOCKED)
                .build());
        access.write(somebody("new", Role.ADMINISTRATOR)
                .setFirstUntil(NOON.plusSeconds(60))
                .build());
        access.write(somebody("p-1", Role.ADMINISTRATOR).setProvider(PROVIDER).build());
        String last = "ito is the last administrator: add another";

        // When // Then
        refuses(last, () -> acts.act(Act.LOCK, "ito", by("new", "ito")));
        refuses(last, () -> acts.change("ito", ENGINEER, by("new", "ito")));
    }

    @Test
    void letsAnAdministratorBecomeSomethingElseWhoIsNotTheLastOfThoseWithAPassword() throws Exception {
        // Given
        access.write(somebody("ito", Role.ADMINISTRATOR).build());
        access.write(somebody("rees", Role.ADMINISTRATOR).build());
        access.write(somebody("p-1", Role.ADMINISTRATOR).setProvider(PROVIDER).build());

        // When
        acts.act(Act.LOCK, "p-1", by("ito", "p-1"));
        acts.change("ito", new Duty(Role.ADMINISTRATOR, List.of(), Set.of()), by("rees", "ito"));
        acts.change("ito", ENGINEER, by("rees", "ito"));

        // Then
        assertThat(account("ito").getRole()).isEqualTo("engineer");
        assertThat(account("p-1").getState()).isEqualTo(AccountState.LOCKED);
        refuses("rees is the last administrator", () -> acts.act(Act.LOCK, "rees", by("ito", "rees")));
    }

    @Test
    void letsNobodyChangeTheirOwnAccountSinceTheyWouldLockThemselvesOut() {
        // Given
        access.write(
                somebody("ito", Role.ADMINISTRATOR).setSecondFactor("sealed").build());
        access.write(somebody("rees", Role.ADMINISTRATOR).build());

        // When // Then
        assertThat(acts.actsOn(account("ito"), "ito")).isEmpty();
        for (Act act : List.of(Act.LOCK, Act.RESET, Act.RESET_SECOND_FACTOR)) {
            refuses("your own account is for another administrator", () -> acts.act(act, "ito", by("ito", "ito")));
        }
        refuses("your own account is for another administrator", () -> acts.change("ito", ENGINEER, by("ito", "ito")));
        assertThat(acts.actsOn(account("ito"), "rees"))
                .containsExactly(Act.CHANGE, Act.LOCK, Act.RESET, Act.RESET_SECOND_FACTOR);
    }

    @Test
    void leavesToAProviderWhoThereIsAndWhatTheyMay() throws Exception {
        // Given
        AdministratorActs provided = access.acts(sessions, EntryRules.by(PROVIDER), clock);
        access.write(somebody("p-1", Role.LEAD, "H1|").setProvider(PROVIDER).build());
        access.write(somebody("p-2", Role.LEAD, "H1|").setProvider(PROVIDER).build());
        access.write(somebody("price", Role.LEAD, "H1|").build());

        // When
        provided.act(Act.LOCK, "p-2", by("ito", "p-2"));

        // Then
        assertThat(provided.mayAdd()).isFalse();
        assertThat(provided.actsOn(account("p-1"), "ito")).containsExactly(Act.LOCK);
        assertThat(provided.actsOn(account("price"), "ito")).containsExactly(Act.LOCK);
        refuses("people are added at the provider", () -> provided.add("ito", "I", LEAD));
        refuses("not as it was", () -> provided.change("p-1", ENGINEER, by("ito", "p-1")));
        refuses("not as it was", () -> provided.act(Act.RESET, "p-1", by("ito", "p-1")));
        assertThat(provided.actsOn(account("p-2"), "ito")).containsExactly(Act.UNLOCK);
    }

    @Test
    void refusesWhatIsNotThereAndWhatWasDoneMeanwhile() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "H1|").build());
        acts.act(Act.LOCK, "price", by("ito", "price"));

        // When // Then
        refuses("not as it was", () -> acts.act(Act.LOCK, "price", by("ito", "price")));
        refuses("not as it was", () -> acts.act(Act.RESET_SECOND_FACTOR, "price", by("ito", "price")));
        refuses("there is nobody called \"nobody\"", () -> acts.act(Act.LOCK, "nobody", by("ito", "nobody")));
    }

    @Test
    void leavesAnAdministratorAlsoWhereItHasNotReadBackWhatItWrote() throws Exception {
        // Given
        access.write(somebody("ito", Role.ADMINISTRATOR).build());
        access.write(somebody("rees", Role.ADMINISTRATOR).build());
        access.setBehind(true);

        // When
        acts.act(Act.LOCK, "rees", by("ito", "rees"));

        // Then
        refuses("ito is the last administrator", () -> acts.act(Act.LOCK, "ito", by("rees", "ito")));
        refuses("has not read it back", () -> acts.change("rees", ENGINEER, by("ito", "rees")));
        access.setBehind(false);
        acts.act(Act.UNLOCK, "rees", by("ito", "rees"));
        acts.act(Act.LOCK, "ito", by("rees", "ito"));
        assertThat(account("ito").getState()).isEqualTo(AccountState.LOCKED);
    }
}

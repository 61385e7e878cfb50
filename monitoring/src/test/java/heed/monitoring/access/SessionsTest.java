package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final SessionLife LIFE = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12));

    private final AccessInMemory access = new AccessInMemory();
    private final SettableClock clock = new SettableClock(NOON);
    private final Sessions sessions = new Sessions(access.book, access, LIFE, new SecureRandom(), clock);

    @BeforeEach
    void add() {
        access.write(somebody("evans", Role.LEAD, "H1|").build());
    }

    private boolean lasts(String token) {
        return sessions.of(token).isPresent();
    }

    @Test
    void knowWhoBeganThemByWhatOnlyTheBrowserShows() throws Exception {
        // When
        String token = sessions.begin("evans");
        SignedIn who = sessions.of(token).orElseThrow();

        // Then
        assertThat(who.called()).isEqualTo("Called evans (evans)");
        assertThat(who.rights().orElseThrow().sees("H1", null)).isTrue();
        assertThat(who.rights().orElseThrow().sees("H2")).isFalse();
        assertThat(who.session().toString()).doesNotContain(token);
        assertThat(who.seal()).isNotEqualTo(who.session().getSessionId()).doesNotContain(token);
        assertThat(lasts(who.session().getSessionId())).isFalse();
        assertThat(lasts(token + "A")).isFalse();
    }

    @Test
    void endWhereNobodyDoesAnything() throws Exception {
        // Given
        String token = sessions.begin("evans");
        clock.set(NOON.plus(Duration.ofMinutes(29)));
        sessions.touch(sessions.of(token).orElseThrow());

        // When
        clock.set(NOON.plus(Duration.ofMinutes(59)).minusMillis(1));
        boolean before = lasts(token);
        clock.set(NOON.plus(Duration.ofMinutes(59)));
        boolean after = lasts(token);

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    void endHoweverMuchIsDone() throws Exception {
        // Given
        String token = sessions.begin("evans");
        for (int minute = 20; minute < 720; minute += 20) {
            clock.set(NOON.plus(Duration.ofMinutes(minute)));
            sessions.touch(sessions.of(token).orElseThrow());
        }

        // When
        clock.set(NOON.plus(Duration.ofHours(12)).minusMillis(1));
        boolean before = lasts(token);
        clock.set(NOON.plus(Duration.ofHours(12)));
        boolean after = lasts(token);

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    void endWithTheirAccount() throws Exception {
        // Given
        String token = sessions.begin("evans");

        // When
        access.write(somebody("evans", Role.LEAD, "H1|")
                .setState(AccountState.LOCKED)
                .build());

        // Then
        assertThat(lasts(token)).isFalse();
    }

    @Test
    void endWithTheirPasswordAndGoOnInTheBrowserThatChoseIt() throws Exception {
        // Given
        String other = sessions.begin("evans");
        String token = sessions.begin("evans");
        clock.set(NOON.plusSeconds(1));

        // When
        String next = sessions.choose(sessions.of(token).orElseThrow(), "$argon2id$new");

        // Then
        assertThat(lasts(other)).isFalse();
        assertThat(lasts(token)).isFalse();
        assertThat(lasts(next)).isTrue();
    }

    @Test
    void endWhenTheyAreEnded() throws Exception {
        // Given
        String token = sessions.begin("evans");
        String other = sessions.begin("evans");

        // When
        sessions.end(sessions.of(token).orElseThrow());

        // Then
        assertThat(lasts(token)).isFalse();
        assertThat(lasts(other)).isTrue();
    }

    @Test
    void areKnownToAnotherInstanceAndAfterARestart() throws Exception {
        // Given
        Sessions another = new Sessions(access.book, access, LIFE, new SecureRandom(), clock);

        // When
        Optional<SignedIn> who = another.of(sessions.begin("evans"));

        // Then
        assertThat(who).isPresent();
    }

    @Test
    void giveNoRightsBeforeAPasswordIsChosenNorForARoleOrPlaceThatIsNotKnown() throws Exception {
        // Given
        Account given = somebody("given", Role.LEAD, "H1|")
                .setFirstUntil(NOON.plusSeconds(60))
                .build();
        Account later = somebody("later", Role.LEAD, "H1|").setRole("sovereign").build();
        Account odd = somebody("odd", Role.LEAD, "H1").build();
        access.write(given);

        // When
        SignedIn who = sessions.of(sessions.begin("given")).orElseThrow();

        // Then
        assertThat(who.rights()).isEmpty();
        assertThat(SignedIn.rightsOf(given).orElseThrow().may(Right.ACTS)).isTrue();
        assertThat(SignedIn.rightsOf(later)).isEmpty();
        assertThat(SignedIn.rightsOf(odd)).isEmpty();
    }
}

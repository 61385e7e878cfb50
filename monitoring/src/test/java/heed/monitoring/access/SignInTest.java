package heed.monitoring.access;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.schemas.AccountState;
import heed.schemas.access.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String RIGHT = "correct horse battery";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Optional<String> WARD = Optional.of("10.0.0.7");
    private static final Optional<String> ELSEWHERE = Optional.of("203.0.113.9");

    private final AccessInMemory access = new AccessInMemory();
    private final SettableClock clock = new SettableClock(NOON);
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final SignIn signIn = new SignIn(access.book, passwords, clock);

    @BeforeEach
    void add() {
        String written = passwords.hashed(RIGHT);
        access.write(somebody("evans", Role.LEAD, "H1|").setPassword(written).build());
        access.write(somebody("price", Role.LEAD, "H2|").setPassword(written).build());
        access.write(somebody("locked", Role.LEAD, "H1|")
                .setPassword(written)
                .setState(AccountState.LOCKED)
                .build());
        access.write(somebody("new", Role.LEAD, "H1|")
                .setPassword(written)
                .setFirstUntil(NOON.plusSeconds(60))
                .build());
    }

    @Test
    void letsInWhoeverKnowsTheirPassword() throws Exception {
        // When // Then
        assertThat(signIn.attempt(WARD, " Evans ", RIGHT)).isEqualTo(SignIn.Outcome.LET_IN);
        assertThat(signIn.attempt(WARD, "evans", "correct horse batterz")).isEqualTo(SignIn.Outcome.REFUSED);
        assertThat(signIn.attempt(WARD, "nobody", RIGHT)).isEqualTo(SignIn.Outcome.REFUSED);
        assertThat(signIn.attempt(WARD, "locked", RIGHT)).isEqualTo(SignIn.Outcome.REFUSED);
    }

    @Test
    void takesAPasswordThatWasGivenUntilItsTime() throws Exception {
        // Given
        clock.set(NOON.plusSeconds(59));

        // When
        SignIn.Outcome before = signIn.attempt(WARD, "new", RIGHT);
        clock.set(NOON.plusSeconds(60));
        SignIn.Outcome after = signIn.attempt(WARD, "new", RIGHT);

        // Then
        assertThat(before).isEqualTo(SignIn.Outcome.LET_IN);
        assertThat(after).isEqualTo(SignIn.Outcome.REFUSED);
    }

    @Test
    void slowsDownGuessesAtWhoThereIsAndAtWhoThereIsNotAlike() throws Exception {
        // When
        List<SignIn.Outcome> known = guesses("evans", 7);
        List<SignIn.Outcome> unknown = guesses("nobody", 7);

        // Then
        assertThat(known).startsWith(SignIn.Outcome.REFUSED).endsWith(SignIn.Outcome.SLOWED, SignIn.Outcome.SLOWED);
        assertThat(unknown).isEqualTo(known);
    }

    private List<SignIn.Outcome> guesses(String name, int times) throws InterruptedException {
        List<SignIn.Outcome> outcomes = new ArrayList<>();
        for (int guess = 0; guess < times; guess++) {
            outcomes.add(signIn.attempt(Optional.empty(), name, "guess number " + guess));
        }
        return outcomes;
    }

    @Test
    void checksFewOfAThousandGuessesAndStillLetsInThoseWhoAreGuessedAt() throws Exception {
        // Given
        signIn.attempt(WARD, "evans", RIGHT);

        // When
        int checked = 0;
        for (int guess = 0; guess < 1_000; guess++) {
            clock.set(clock.instant().plus(Duration.ofSeconds(1)));
            if (signIn.attempt(ELSEWHERE, "evans", "guess number " + guess) != SignIn.Outcome.SLOWED) {
                checked++;
            }
        }
        SignIn.Outcome guessedAt = signIn.attempt(WARD, "evans", RIGHT);
        SignIn.Outcome other = signIn.attempt(WARD, "price", RIGHT);

        // Then
        assertThat(checked).isBetween(5, 20);
        assertThat(guessedAt).isEqualTo(SignIn.Outcome.LET_IN);
        assertThat(other).isEqualTo(SignIn.Outcome.LET_IN);
    }

    @Test
    void slowsDownAClientThatTriesManyNames() throws Exception {
        // When
        List<SignIn.Outcome> outcomes = new ArrayList<>();
        for (int name = 0; name < 21; name++) {
            outcomes.add(signIn.attempt(ELSEWHERE, "name" + name, "the same guess for all"));
        }

        // Then
        assertThat(outcomes.subList(0, 20)).containsOnly(SignIn.Outcome.REFUSED);
        assertThat(outcomes.get(20)).isEqualTo(SignIn.Outcome.SLOWED);
    }

    @Test
    void saysOfGuessesThatComeAllAtOnceNoMoreThanOfThoseThatComeOneByOne() throws Exception {
        // Given
        ExecutorService many = Executors.newFixedThreadPool(24);
        List<Callable<SignIn.Outcome>> guesses = IntStream.range(0, 24)
                .<Callable<SignIn.Outcome>>mapToObj(guess -> () -> signIn.attempt(ELSEWHERE, "evans", "guess " + guess))
                .toList();

        // When
        List<SignIn.Outcome> outcomes = new ArrayList<>();
        try {
            for (Future<SignIn.Outcome> each : many.invokeAll(guesses)) {
                outcomes.add(each.get());
            }
        } finally {
            many.shutdown();
        }

        // Then
        // Two are checked at a time, so that the fifth and the sixth may end together.
        assertThat(outcomes.stream().filter(SignIn.Outcome.REFUSED::equals)).hasSizeBetween(5, 6);
        assertThat(outcomes).contains(SignIn.Outcome.SLOWED);
    }
}

package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void matchTheReferenceImplementationsOwn() throws Exception {
        // Given
        // The test vector of the reference implementation, argon2id with 64 MiB.
        Optional<String> written =
                Optional.of("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        // When // Then
        assertThat(passwords.match("password", written)).isTrue();
        assertThat(passwords.match("Password", written)).isFalse();
    }

    @Test
    void matchWhatTheyWroteAndNothingElse() throws Exception {
        // Given
        String written = passwords.hashed("correct horse battery");

        // When // Then
        assertThat(written).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(passwords.hashed("correct horse battery")).isNotEqualTo(written);
        assertThat(passwords.match("correct horse battery", Optional.of(written)))
                .isTrue();
        assertThat(passwords.match("correct horse batterY", Optional.of(written)))
                .isFalse();
        assertThat(passwords.match("", Optional.empty())).isFalse();
        assertThat(passwords.match("correct horse battery", Optional.of("correct horse battery")))
                .isFalse();
    }

    @Test
    void areTheSameHoweverAnAccentWasTyped() throws Exception {
        // Given
        String written = passwords.hashed("ysgol y môr tawel");

        // When // Then
        assertThat(passwords.match("ysgol y môr tawel", Optional.of(written))).isTrue();
    }

    @Test
    void areLongEnoughAndNotGuessedAtOnce() {
        // When // Then
        assertThat(Passwords.problem("a2345678901", "evans")).contains(Passwords.Problem.SHORT);
        assertThat(Passwords.problem("a23456789012", "evans")).isEmpty();
        assertThat(Passwords.problem("ab".repeat(6), "evans")).contains(Passwords.Problem.GUESSED);
        assertThat(Passwords.problem("Evans-evans-2026", "evans")).contains(Passwords.Problem.GUESSED);
        assertThat(Passwords.problem("abcde".repeat(40), "evans")).isEmpty();
        assertThat(Passwords.problem("abcde".repeat(40) + "f", "evans")).contains(Passwords.Problem.LONG);
    }

    @Test
    void areGivenThatNobodyGuesses() {
        // When
        String first = passwords.first();

        // Then
        assertThat(first).matches("[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}");
        assertThat(passwords.first()).isNotEqualTo(first);
    }

    /** Who was let in by a provider has none; a guess that took no time would tell that somebody is called so. */
    @Test
    void takeTheSameWorkWhereSomebodyHasNoneAsWhereThereIsNobody() throws Exception {
        // Given
        String nobody = passwords.worked(Optional.empty()).group();

        // When
        boolean matched = passwords.match("", Optional.of(""));

        // Then
        assertThat(matched).isFalse();
        assertThat(nobody).startsWith("$argon2id$");
        assertThat(passwords.worked(Optional.of("")).group()).isEqualTo(nobody);
    }
}

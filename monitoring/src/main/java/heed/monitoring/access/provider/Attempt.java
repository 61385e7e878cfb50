package heed.monitoring.access.provider;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a sign-in that somebody was sent to the provider for. Only the browser that began it has this, sealed: an
 * answer that another browser brings is nobody's.
 *
 * @param state comes back with the browser
 * @param nonce comes back in what the provider signs
 * @param verifier shows that who fetches it is who asked
 * @param until when it may come back
 * @param to where to go on to
 */
record Attempt(State state, Nonce nonce, CodeVerifier verifier, Instant until, String to) {

    private static final int PARTS = 5;

    static Attempt begin(Instant until, String to) {
        return new Attempt(new State(), new Nonce(), new CodeVerifier(), until, to);
    }

    String text() {
        return String.join(
                "\n",
                List.of(
                        state.getValue(),
                        nonce.getValue(),
                        verifier.getValue(),
                        Long.toString(until.getEpochSecond()),
                        to));
    }

    static Optional<Attempt> parse(String text) {
        String[] parts = text.split("\n", -1);
        return parts.length == PARTS
                ? Optional.of(new Attempt(
                        new State(parts[0]),
                        new Nonce(parts[1]),
                        new CodeVerifier(parts[2]),
                        Instant.ofEpochSecond(Long.parseLong(parts[3])),
                        parts[4]))
                : Optional.empty();
    }
}

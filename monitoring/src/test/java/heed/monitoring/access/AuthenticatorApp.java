package heed.monitoring.access;

import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;

/** Shows the codes that an app on a phone would. */
public final class AuthenticatorApp {

    private final byte[] secret;

    /** Takes the key as a person types it from the page. */
    public AuthenticatorApp(String key) {
        secret = Base32.decode(key.replace(" ", ""));
    }

    /** Returns the code of a moment. */
    public String code(Instant at) {
        return TimeCodes.of(secret, TimeCodes.step(at));
    }
}

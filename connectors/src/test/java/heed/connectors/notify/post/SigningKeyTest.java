package heed.connectors.notify.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signsAsTheStandardsOwnExample() {
        // Given
        SigningKey key = SigningKey.of(KEY).orElseThrow();
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        // When
        String signatures = SigningKey.signatures(
                List.of(key, key), "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), body);

        // Then
        assertThat(signatures)
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
                        + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(key).hasToString("****");
    }

    @Test
    void refusesWhatIsNoKeyOrTooShortOrTooLong() {
        // When // Then
        assertThat(SigningKey.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
        assertThat(SigningKey.of("whsec_***")).isEmpty();
        assertThat(SigningKey.of("whsec_" + "A".repeat(28) + "AAA=")).isEmpty();
        assertThat(SigningKey.of("whsec_" + "A".repeat(32))).isPresent();
        assertThat(SigningKey.of("whsec_" + "A".repeat(84) + "AA==")).isPresent();
        assertThat(SigningKey.of("whsec_" + "A".repeat(84) + "AAA=")).isEmpty();
    }
}

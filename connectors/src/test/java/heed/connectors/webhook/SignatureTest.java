package heed.connectors.webhook;

import static heed.connectors.webhook.SignatureVerdict.Kind.FOREIGN;
import static heed.connectors.webhook.SignatureVerdict.Kind.GENUINE;
import static heed.connectors.webhook.SignatureVerdict.Kind.OTHER_TIME;
import static heed.connectors.webhook.WebhookFiles.NEW_SECRET;
import static heed.connectors.webhook.WebhookFiles.SECRET;
import static heed.connectors.webhook.WebhookFiles.standard;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final String BODY = "{\"a\": 1}";

    @TempDir
    private Path directory;

    private Webhooks webhooks;

    @BeforeEach
    void read() {
        webhooks = new WebhookFiles(directory).all();
    }

    private SignatureVerdict.Kind judge(String source, Map<String, String> headers, String body) {
        return webhooks.byName(source)
                .orElseThrow()
                .judge(headers::get, body.getBytes(StandardCharsets.UTF_8), NOON)
                .kind();
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> other = new HashMap<>(headers);
        other.put(name, value);
        return other;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> other = new HashMap<>(headers);
        other.remove(name);
        return other;
    }

    @Test
    void signsAsTheExampleOfStandardWebhooks() {
        // Given
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String body = "{\"test\": 2432232314}";

        // When
        byte[] code = Secrets.hmac(
                key,
                Signature.signed("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(Base64.getEncoder().encodeToString(code)).isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void knowsADeliveryByTheOldSecretAndTheNewAndByNoOther() {
        // Given
        String wrong = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

        // When
        var kinds = List.of(
                judge("formbricks", standard(SECRET, "m1", NOON, BODY), BODY),
                judge("formbricks", standard(NEW_SECRET, "m1", NOON, BODY), BODY),
                judge("formbricks", standard(wrong, "m1", NOON, BODY), BODY));

        // Then
        assertThat(kinds).containsExactly(GENUINE, GENUINE, FOREIGN);
    }

    @Test
    void refusesWhatWasTamperedWithAndWhatIsNotSigned() {
        // Given
        Map<String, String> signed = standard(SECRET, "m1", NOON, BODY);
        String code = signed.get("webhook-signature");

        // When
        var kinds = List.of(
                judge("formbricks", signed, BODY + " "),
                judge("formbricks", with(signed, "webhook-id", "m2"), BODY),
                judge("formbricks", with(signed, "webhook-timestamp", "1775044801"), BODY),
                judge("formbricks", with(signed, "webhook-timestamp", "noon"), BODY),
                judge("formbricks", with(signed, "webhook-signature", code.replace("v1,", "v2,")), BODY),
                judge("formbricks", with(signed, "webhook-signature", "v1,?"), BODY),
                judge("formbricks", with(signed, "webhook-signature", ""), BODY),
                judge("formbricks", without(signed, "webhook-id"), BODY),
                judge("formbricks", without(signed, "webhook-timestamp"), BODY),
                judge("formbricks", without(signed, "webhook-signature"), BODY),
                judge("formbricks", Map.of(), BODY));

        // Then
        assertThat(kinds).containsOnly(FOREIGN);
    }

    @Test
    void takesWhatIsFiveMinutesOldOrAheadAndNoMore() {
        // When
        var kinds = List.of(
                judge("formbricks", standard(SECRET, "m1", NOON.minusSeconds(300), BODY), BODY),
                judge("formbricks", standard(SECRET, "m1", NOON.plusSeconds(300), BODY), BODY),
                judge("formbricks", standard(SECRET, "m1", NOON.minusSeconds(301), BODY), BODY),
                judge("formbricks", standard(SECRET, "m1", NOON.plusSeconds(301), BODY), BODY));

        // Then
        assertThat(kinds).containsExactly(GENUINE, GENUINE, OTHER_TIME, OTHER_TIME);
    }

    @Test
    void knowsAnotherTimeOfTheSameMessageFromTheSameSentAgain() {
        // Given
        var seen = new SeenDeliveries();
        Webhook webhook = webhooks.byName("formbricks").orElseThrow();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        SignatureVerdict first = webhook.judge(standard(SECRET, "m1", NOON, BODY)::get, body, NOON);
        SignatureVerdict later = webhook.judge(standard(SECRET, "m1", NOON.plusSeconds(1), BODY)::get, body, NOON);

        // When
        seen.add("formbricks", first);

        // Then
        assertThat(seen.has("formbricks", first)).isTrue();
        assertThat(seen.has("formbricks", later)).isFalse();
        assertThat(seen.has("other", first)).isFalse();
    }

    @Test
    void knowsTypeformByItsOwnFormAndOthersByASecretInAHeader() {
        // Given
        Map<String, String> typeform = WebhookFiles.typeform(BODY);

        // When
        var kinds = List.of(
                judge("typeform", typeform, BODY),
                judge("typeform", typeform, BODY + " "),
                judge("typeform", with(typeform, "Typeform-Signature", "sha1=AAAA"), BODY),
                judge("typeform", Map.of(), BODY),
                judge("flow", Map.of("X-Heed-Secret", SECRET), BODY),
                judge("flow", Map.of("X-Heed-Secret", SECRET + "x"), BODY),
                judge("flow", Map.of(), BODY));

        // Then
        assertThat(kinds).containsExactly(GENUINE, FOREIGN, FOREIGN, FOREIGN, GENUINE, FOREIGN, FOREIGN);
    }
}

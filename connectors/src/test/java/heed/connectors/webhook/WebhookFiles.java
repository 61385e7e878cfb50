package heed.connectors.webhook;

import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Writes files of webhooks, and signs deliveries as vendors do. */
public final class WebhookFiles {

    /** Of what the vendors of these tests sign with. */
    public static final String SECRET = "whsec_" + base64("the secret of the tests");

    /** Of what comes after it. */
    public static final String NEW_SECRET = "whsec_" + base64("the secret that follows it");

    private static final String MAPPING =
            """
            questionnaire: fft-2020
            source: formbricks
            id: {column: /data/id}
            leave_out: {event: "responseCreated"}
            hospital: {column: /data/hidden/hospital}
            unit: {column: /data/hidden/ward}
            given_at: {column: /data/createdAt}
            revision: {column: /data/updatedAt}
            channel: {value: web}
            answers:
              overall: {column: /data/data/q1, words: {Ace: very_good}}
            """;

    private static final String TYPEFORM =
            """
            questionnaire: fft-2020
            source: typeform
            id: {column: /form_response/token}
            hospital: {column: /form_response/hidden/hospital}
            given_at: {column: /form_response/submitted_at}
            answers:
              overall: {column: "/form_response/answers/[field.ref=overall]/choice/label"}
            """;

    private final Path directory;

    /** Writes into {@code directory}. */
    public WebhookFiles(Path directory) {
        this.directory = directory;
        write("formbricks.yaml", MAPPING);
        write("typeform.yaml", TYPEFORM);
        write("secret", SECRET + "\n");
        write("new-secret", NEW_SECRET);
    }

    /** Writes a file beside the others. */
    public Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@code text} says. */
    public Webhooks read(String text) {
        return read(text, GivenSecrets.none());
    }

    /** Reads the same with secrets that stand elsewhere. */
    Webhooks read(String text, GivenSecrets given) {
        return Webhooks.read(write("webhooks.yaml", text), given, Questionnaires.shipped());
    }

    /** Reads the webhooks of all three forms. */
    public Webhooks all() {
        return read(
                """
                formbricks: {signed: standard, secret: new-secret, former_secret: secret, mapping: formbricks.yaml}
                typeform: {signed: typeform, secret: secret, mapping: typeform.yaml}
                flow: {signed: header, header: X-Heed-Secret, secret: secret, mapping: formbricks.yaml}
                """);
    }

    /** Returns the headers that Standard Webhooks has a delivery show. */
    public static Map<String, String> standard(String secret, String id, Instant time, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(time.getEpochSecond()));
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] signed = (id + "." + time.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        headers.put("webhook-signature", "v1a,xx v1," + base64(Secrets.hmac(key, signed)));
        return headers;
    }

    /** Returns the header that Typeform has a delivery show. */
    public static Map<String, String> typeform(String body) {
        byte[] code = Secrets.hmac(SECRET.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8));
        return Map.of("Typeform-Signature", "sha256=" + base64(code));
    }

    /** Returns a delivery of Formbricks. */
    public static String formbricks(String event, String id, String updated, String answer) {
        return "[{\"webhookId\": \"w1\", \"event\": \"" + event + "\", \"data\": {\"id\": \"" + id
                + "\", \"createdAt\": \"2026-04-01T11:00:00.123Z\", \"updatedAt\": \"" + updated
                + "\", \"hidden\": {\"hospital\": \"R1H\", \"ward\": \"Ward 7 (AMU)\"}, \"data\": {\"q1\": \"" + answer
                + "\"}}}]";
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}

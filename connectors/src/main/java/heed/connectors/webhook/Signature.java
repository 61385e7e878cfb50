package heed.connectors.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a delivery is of whom it says.
 *
 * @param header in which the secret stands, where that is the form
 */
record Signature(SignatureForm form, Secrets secrets, String header) {

    /** How far a delivery's time may be from ours, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final String TYPEFORM_PREFIX = "sha256=";

    /**
     * Judges a delivery.
     *
     * @param headers gives a header's value, or null where there is none
     */
    SignatureVerdict judge(Function<String, @Nullable String> headers, byte[] body, Instant now) {
        return switch (form) {
            case STANDARD -> standard(headers, body, now);
            case TYPEFORM ->
                code(headers.apply("Typeform-Signature"), TYPEFORM_PREFIX)
                                .filter(code -> secrets.sign(body, code))
                                .isPresent()
                        ? SignatureVerdict.GENUINE
                        : SignatureVerdict.FOREIGN;
            case HEADER ->
                Optional.ofNullable(headers.apply(header)).filter(secrets::hold).isPresent()
                        ? SignatureVerdict.GENUINE
                        : SignatureVerdict.FOREIGN;
        };
    }

    private SignatureVerdict standard(Function<String, @Nullable String> headers, byte[] body, Instant now) {
        String id = headers.apply("webhook-id");
        String time = headers.apply("webhook-timestamp");
        String signatures = headers.apply("webhook-signature");
        if (id == null || time == null || signatures == null || !time.matches("[0-9]{1,12}")) {
            return SignatureVerdict.FOREIGN;
        }
        byte[] signed = signed(id, time, body);
        boolean genuine = false;
        for (String each : signatures.split(" ", -1)) {
            genuine |= code(each, VERSION)
                    .filter(code -> secrets.sign(signed, code))
                    .isPresent();
        }
        if (!genuine) {
            return SignatureVerdict.FOREIGN;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return apart.abs().compareTo(TOLERANCE) > 0
                ? SignatureVerdict.OTHER_TIME
                : new SignatureVerdict(SignatureVerdict.Kind.GENUINE, id + '.' + time);
    }

    static byte[] signed(String id, String time, byte[] body) {
        byte[] before = (id + '.' + time + '.').getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[before.length + body.length];
        System.arraycopy(before, 0, signed, 0, before.length);
        System.arraycopy(body, 0, signed, before.length, body.length);
        return signed;
    }

    private static Optional<byte[]> code(@Nullable String text, String prefix) {
        if (text == null || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(prefix.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

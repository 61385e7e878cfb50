package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins every bit of what the watch says of each stream, and of what it keeps at each of these moments, which no Java
 * release and no machine may change: a replay years later must give the same verdicts. A change of the rule changes
 * these digests, and then the rule's version too.
 */
class WatchDigestTest {

    private static final WatchRule RULE = new WatchRule(365);

    @ParameterizedTest
    @CsvSource({
        "clean_iid_50, 551150ff55910d8f12b644fe2111556b3e6a7a909f781892e53a9cb174b1d7cb",
        "corners, 0d0bb82506e94de1c4aa4a201b03be2c3dd1c684799fd877b91d82e273f0a8b3",
        "drop10_50, a9ac98c1b94c298f4a8f1cf21e2a5f9061b82719aed6daca32c8c7f1f99813b5",
        "fft5_drop10_40, 75d00e660af34b591a35ef1bcec9aaa134975a294e98769b9643b9c2e829ec38",
        "late_retract, 9a78eeb536233c9d224d3eb34d0df562c16811a02914fe29dbc03d555fd5f40d",
        "lowvol_3, b6f78c2ae7d6b7a359a98b07d5f9cc0a1405b4d2056fc4c0d252d6fe7ba31112",
        "order_a, 522092c7d309fda7a7b9d7ec94aa2e36ba9dd8102d275289c53ef90e61bf638a",
        "order_b_shuffled, ba8717c3efd54d8a939553c97204858a0cacd7dd63bde4b0408c8d490f7bd2ad",
        "overdispersed_50, 30e1f6c8353430ff9d964ec94a8b29d95e8ab23e87a37fb68d48121fdcc64de2",
        "recovery_50, 3e2a90fb58317e3f159c32be04f2b9d628efe804a1946dd49f46fa6f5e607345"
    })
    void saysAndKeepsTheSameBits(String name, String expected) throws NoSuchAlgorithmException {
        // When
        String digest = digest(name, RULE);

        // Then
        assertThat(digest).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "watch2_carried_16, 603cced7e1ef4af14f7b5c42fa1ee1a2fe5da4971ec0cd9cecfa9e1c27fdad11",
        "watch2_late_14, db7b21fb6ee06d76f9aa36eef6fef0059ee459fa0f7361c43410f31201eee2bc",
        "watch2_skewed_18, d8fe37883175990770fd079025c79d143af8709fe7a2fa15a65e116d0c57c3be"
    })
    void saysAndKeepsTheSameBitsByWatch2(String name, String expected) throws NoSuchAlgorithmException {
        // When
        String digest = digest(name, RULE.by(WatchMethod.WATCH_2));

        // Then
        assertThat(digest).isEqualTo(expected);
    }

    private static String digest(String name, WatchRule rule) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        MeasureWatch kept = new MeasureWatch(rule);
        WatchHistory said = new WatchHistory(rule, ZoneOffset.UTC, line -> {
            line.forEach((field, value) -> digest.update(bits(field, value)));
            digest.update(new MeasureWatchCodec().encode(kept));
        });
        Recorded listener = new Recorded();
        Vectors.stream(name).forEach(line -> {
            line.applyTo(kept, listener);
            line.applyTo(said);
        });
        said.sayStates();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns numbers as their bits: how a number is written in decimals differs between Java releases. */
    private static byte[] bits(String field, Object value) {
        String written = value instanceof Double number
                ? Long.toHexString(Double.doubleToRawLongBits(number))
                : value.toString();
        return (field + "=" + written + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

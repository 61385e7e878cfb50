package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pins every bit of what the watch says of each stream, and of what it keeps at each of these moments, which no Java release and no machine may change: a replay years later must
 * give the same verdicts. A change of the rule changes these digests, and then the rule's version too.
 */
class WatchDigestTest {

    private static final WatchRule RULE = new WatchRule(365);

    @ParameterizedTest
    @CsvSource({
        "clean_iid_50, e34a62716c005cb083fd93fee5463d142bca92f054020d07339ba934a97d4dcf",
        "corners, c8f251b194694cb88faa426a0fa634fab09d2f451ecdd709d27d8e44d9178ea4",
        "drop10_50, 88472c37851fa34b97835d8dc1dc85a7b6f8bdab062a95e45b27789d0339d1a9",
        "fft5_drop10_40, a2235536c70827cc6dade12023c9a8348431d2b81725487c27ef05a88edffc69",
        "late_retract, 101d91bcaefaa8c7fd2205b9e6d15d93ca5e9f2263f0ddee2b8065c1c1e0b810",
        "lowvol_3, 52e373242d0ccfd3e523773a51e2427ad1e72d0fc911ad303d91fc53ecc395d4",
        "order_a, 1320e783fca878dba54dd55c5da8c5a197ec34ca02e2831dc85c0b3b4353ca80",
        "order_b_shuffled, 4081ef2a463fb7afad3e6dc3eb8737058ed03324e4d439e45d2e13fbe177adb5",
        "overdispersed_50, b91659772648c674b9e1f22d378205428c95b92e87f7bfae5762cf14bde44923",
        "recovery_50, 2aa214a3816b7214bfe26bd1f24e92953efd99b2e8ff2c0a21a50fc2aa15a449"
    })
    void saysAndKeepsTheSameBits(String name, String expected) throws NoSuchAlgorithmException {
        // Given
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        WatchKey kept = new WatchKey(RULE);
        WatchHistory said = new WatchHistory(RULE, ZoneOffset.UTC, line -> {
            line.forEach((field, value) -> digest.update(bits(field, value)));
            digest.update(new WatchKeyCodec().encode(kept));
        });
        Recorded listener = new Recorded();

        // When
        Vectors.stream(name).forEach(line -> {
            line.applyTo(kept, listener);
            line.applyTo(said);
        });
        said.sayStates();

        // Then
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(expected);
    }

    /** Returns numbers as their bits: how a number is written in decimals differs between Java releases. */
    private static byte[] bits(String field, Object value) {
        String written = value instanceof Double number
                ? Long.toHexString(Double.doubleToRawLongBits(number))
                : value.toString();
        return (field + "=" + written + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

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
        "clean_iid_50, c94f9f21e33ff75cd29ed558c0d2fe16a952c615464312af0fa06eb170fa1c64",
        "corners, df85e57f3603a4915afa5f2071540232a3c736263c830c9f8312435a4353e78d",
        "drop10_50, 5c86f51ec86f0fb34acf744490511a07170bd89d36d3ffcc7b7e56739e2ce42e",
        "fft5_drop10_40, df3ded21b0d2daefcb8b8a10bba977f5e13bbc7ff7049535fb9266d9fdd74982",
        "late_retract, 3e1f08b606431669da29e8a773ec77af769531918cfb75f69ef6475dac7944c1",
        "lowvol_3, 61f37dea8871284059faf72b639ef5a6e0efd37f0fb50489bedd115fb070f4d1",
        "order_a, 169f9f4923d0ad60c9bbbe9714329ee79901edf78dcb498c4f89307ddc461f31",
        "order_b_shuffled, bf91d2424c8fd245045a5f2ff71dbe64fa9a9bfebc68bb420de848dd0da27aee",
        "overdispersed_50, 8ee74fdee5e2ba8cc25975c5c762896fa9afb364e3ab63001fe0f34ec48c87dd",
        "recovery_50, ba772c2fbe048b36e07117b4bb7b404fb66b6c30da5bd9b12e3c3ffb91e9080c"
    })
    void saysAndKeepsTheSameBitsByWatch1(String name, String expected) throws NoSuchAlgorithmException {
        // When
        String digest = digest(name, RULE.by(WatchMethod.WATCH_1));

        // Then
        assertThat(digest).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "watch2_carried_16, cf6feb478f0356297272db044ef5a672ace3a8f2e69662def0482517bfce0442",
        "watch2_late_14, c05de0dca0b5d9e3bffe52f7f0373b3f32e8f70b3b222b7368b572f10f45715a",
        "watch2_skewed_18, 2def1b8854489b6f6710db701692991978f2fc6f6c271950d5e4d180c8cc6c65"
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

package heed.schemas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {

    private final KnownHosts loopback = new KnownHosts("127.0.0.1", List.of());
    private final KnownHosts named = new KnownHosts("Heed.Ward.Example", List.of("heed", "proxy.example."));

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "localhost.",
                "localhost.:8080",
                "localhost:",
                "127.0.0.1",
                "127.0.0.1:65535",
                "127.0.0.1.",
                "0.0.0.0:8080",
                "255.255.255.255",
                "192.168.7.9:9000",
                "[::1]",
                "[::1]:8080",
                "[2001:DB8::7]",
                "[::ffff:127.0.0.1]:8080",
                "[fe80::1%25eth0]:8080"
            })
    void knowsLoopbackEveryAddressAndARequestThatNamesNobody(String header) {
        // When // Then
        assertThat(loopback.knows(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":8080",
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "evil.example.localhost.evil",
                "127.0.0.1.evil.example",
                "127.0.0.1.evil.example:8080",
                "127.0.0.256",
                "127.0.0",
                "1270.0.0.1",
                "0x7f.1",
                "localhost..",
                "localhost:8080.evil.example",
                "localhost:808080",
                "localhost@evil.example",
                "evil.example@localhost",
                "localhost evil",
                "localhost,evil.example",
                "::1",
                "[::1",
                "[evil.example]",
                "[::1].evil.example",
                "[::1]evil.example",
                "[]"
            })
    void doesNotKnowAnyOtherNameOrWhatIsNoHost(String header) {
        // When // Then
        assertThat(loopback.knows(header)).isFalse();
    }

    @Test
    void knowsTheNamesThatItListensOnAndIsGivenWhateverTheirCaseAndPort() {
        // When // Then
        assertThat(List.of("heed.ward.example", "HEED.WARD.EXAMPLE:8080", "heed:8080", "Heed.", "proxy.example"))
                .allMatch(named::knows);
        assertThat(List.of("ward.example", "a.heed", "heed.example", "proxy.example.evil"))
                .noneMatch(named::knows);
    }

    @Test
    void tellsNamesFromWhatIsNone() {
        // When // Then
        assertThat(List.of("heed", "heed_1.ward-2.example", "x".repeat(63), "xn--bcher-kva.example"))
                .allMatch(KnownHosts::isName);
        assertThat(List.of("", "heed:8080", "http://heed", "*.example", "a..b", "a b", "x".repeat(64), "[::1]"))
                .noneMatch(KnownHosts::isName);
        assertThat("x.".repeat(126) + "x").satisfies(longest -> {
            assertThat(KnownHosts.isName(longest)).isTrue();
            assertThat(KnownHosts.isName(longest + "x")).isFalse();
        });
    }

    @Test
    void saysWhichNameWasAskedForAndWhichSettingToChange() {
        // When // Then
        assertThat(KnownHosts.refusal("evil.example:8080", "page.names"))
                .startsWith("Heed does not go by the name \"evil.example:8080\".")
                .contains("add that name, without a port, to the setting page.names");
    }
}

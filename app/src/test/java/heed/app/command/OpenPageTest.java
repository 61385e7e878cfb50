package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.settings.Settings;
import heed.app.settings.SettingsException;
import heed.app.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OpenPageTest {

    private final OpenPage page = new OpenPage();

    private static Settings on(String host) {
        return SettingsReader.read(Optional.empty(), Map.of(), Map.of("page.host", host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void letsThePageListenOnThisMachineAlone(String host) {
        // When // Then
        assertThatCode(() -> page.check(on(host))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "128.0.0.1", "2001:db8::1"})
    void refusesAnAddressThatOthersReach(String host) {
        // When // Then
        assertThatThrownBy(() -> page.check(on(host)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("page.host = \"" + host + "\": others than this machine may reach it")
                .hasMessageContaining("--i-know-this-is-open");
    }

    @Test
    void refusesAnIntakeThatOthersReachAndNamesItBesideThePage() {
        // Given
        Settings both = SettingsReader.read(
                Optional.empty(), Map.of(), Map.of("page.host", "0.0.0.0", "intake.host", "0.0.0.0"));

        // When // Then
        assertThatThrownBy(() -> page.check(both))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("page.host = \"0.0.0.0\"")
                .hasMessageContaining(
                        "intake.host = \"0.0.0.0\": others than this machine may reach it, and the intake");
    }

    @Test
    void takesAnIntakeThatOthersReachWhereThatIsKnown() {
        // Given
        Settings both = SettingsReader.read(
                Optional.empty(), Map.of(), Map.of("page.host", "0.0.0.0", "intake.host", "0.0.0.0"));

        // When
        new CommandLine(new Knowing(page)).parseArgs("--i-know-this-is-open");

        // Then
        assertThatCode(() -> page.check(both)).doesNotThrowAnyException();
    }

    @Test
    void letsTheIntakeListenAnywhereWhereProgramsShowKeysOverWhatIsEncrypted() {
        // Given
        Map<String, String> open =
                Map.of("page.host", "127.0.0.1", "intake.host", "0.0.0.0", "access.people", "accounts");
        Map<String, String> behind = new HashMap<>(open);
        behind.put("intake.proxies", "192.0.2.7");

        // When // Then
        assertThatCode(() -> page.check(SettingsReader.read(Optional.empty(), Map.of(), behind)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> page.check(SettingsReader.read(Optional.empty(), Map.of(), open)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("intake.host = \"0.0.0.0\"")
                .hasMessageContaining("unencrypted. Give intake.tls.certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "128.0.0.1", "2001:db8::1"})
    void takesAnAddressThatOthersReachWhereThatIsKnown(String host) {
        // When
        new CommandLine(new Knowing(page)).parseArgs("--i-know-this-is-open");

        // Then
        assertThatCode(() -> page.check(on(host))).doesNotThrowAnyException();
    }

    private static Settings withAccounts(String... more) {
        Map<String, String> all = new HashMap<>(Map.of("page.host", "0.0.0.0", "access.people", "accounts"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return SettingsReader.read(Optional.empty(), Map.of(), all);
    }

    @Test
    void refusesToHavePasswordsSentUnencrypted() {
        // When // Then
        assertThatThrownBy(() -> page.check(withAccounts()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "passwords, keys and figures would go there unencrypted. Give page.tls.certificate");
    }

    @Test
    void takesAccountsOverTlsOrBehindAProxyThatIsNamed() {
        // When // Then
        assertThatCode(() -> page.check(withAccounts("page.tls.certificate", "heed.crt", "page.tls.key", "heed.key")))
                .doesNotThrowAnyException();
        assertThatCode(() -> page.check(withAccounts("page.proxies", "10.0.0.0/8")))
                .doesNotThrowAnyException();
    }

    @Test
    void isOnThisMachineAloneByDefault() {
        // When // Then
        assertThat(SettingsReader.read(Optional.empty(), Map.of(), Map.of())
                        .page()
                        .host())
                .isEqualTo("127.0.0.1");
    }

    @CommandLine.Command
    private record Knowing(@CommandLine.Mixin OpenPage page) {}
}

package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import heed.schemas.listen.CertificateFiles;
import heed.schemas.listen.CertificateFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCheckTest {

    private final CertificateFixture authority = new CertificateFixture();

    @TempDir
    private Path directory;

    private Optional<Finding> check(String now, String... setting) {
        CertificateFiles files = authority.write(directory, "heed.example");
        Settings settings = SettingsReader.read(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "page.tls.certificate",
                        files.certificate().toString(),
                        "page.tls.key",
                        files.key().toString(),
                        setting[0],
                        setting[1]));
        return new CertificateCheck(Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).run("page", settings.page());
    }

    @Test
    void saysHowLongACertificateIsGoodAndWhenItHasToBeRenewed() {
        // When // Then
        assertThat(check("2119-12-18T00:00:00Z", "page.public-url", "https://heed.example"))
                .contains(Finding.ok("the certificate of the page is good for 14 days"));
        assertThat(check("2119-12-18T00:00:01Z", "page.names", "heed.example"))
                .hasValueSatisfying(finding -> assertThat(finding.text())
                        .isEqualTo(
                                "the certificate of the page is good for 13 days only. Have it renewed; Heed reads the"
                                        + " new one by itself."));
        assertThat(check("2120-01-02T00:00:00Z", "page.names", "heed.example"))
                .hasValueSatisfying(finding -> assertThat(finding.what())
                        .contains("the page can't speak TLS: ", "ended at 2120-01-01T00:00:00Z"));
    }

    @Test
    void saysWhichNameBrowsersWouldNotTakeItFor() {
        // When // Then
        assertThat(check("2026-04-01T00:00:00Z", "page.names", "heed.example,other.example"))
                .hasValueSatisfying(
                        finding -> assertThat(finding.what()).endsWith("days, but not by the name other.example"));
    }

    @Test
    void saysNothingWhereThereIsNoTls() {
        // Given
        Settings settings = SettingsReader.read(Optional.empty(), Map.of(), Map.of());

        // When // Then
        assertThat(new CertificateCheck(Clock.systemUTC()).run("page", settings.page()))
                .isEmpty();
    }
}

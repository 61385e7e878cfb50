package heed.schemas.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final KeyPair RSA = CertificateFixture.pair("RSA");
    private static final KeyPair EC = CertificateFixture.pair("EC");
    private static final CertificateFixture AUTHORITY = new CertificateFixture();

    @TempDir
    private Path directory;

    private ServerCertificate read(String certificate, String key) {
        return ServerCertificate.read(CertificateFixture.writeTexts(directory, certificate, key), NOW);
    }

    private String refusal(String certificate, String key) {
        try {
            read(certificate, key);
            return "none";
        } catch (UnusableCertificateException e) {
            return e.getMessage().replace(directory + "/", "");
        }
    }

    @Test
    void takesKeysAsAuthoritiesAndToolsWriteThem() {
        // Given
        String rsa = AUTHORITY.certificate(RSA, "heed.example");
        String ec = AUTHORITY.certificate(EC, "heed.example");
        KeyPair edwards = CertificateFixture.pair("Ed25519");

        // When // Then
        assertThat(read(rsa, CertificateFixture.pkcs8(RSA)).until()).isEqualTo(CertificateFixture.UNTIL);
        assertThat(read(rsa, CertificateFixture.pkcs1(RSA)).context()).isNotNull();
        assertThat(read(ec, CertificateFixture.pkcs8(EC)).context()).isNotNull();
        assertThat(read(ec, CertificateFixture.pem("EC PARAMETERS", new byte[] {6, 0}) + CertificateFixture.sec1(EC))
                        .context())
                .isNotNull();
        assertThat(read(AUTHORITY.certificate(edwards, "heed.example"), CertificateFixture.pkcs8(edwards))
                        .context())
                .isNotNull();
    }

    @Test
    void takesLinesAsWindowsEndsThemAndOneFileForBoth() {
        // Given
        String both = "\uFEFFBag Attributes\r\n    friendlyName: heed\r\n"
                + (CertificateFixture.pkcs8(EC) + AUTHORITY.certificate(EC, "heed.example")).replace("\n", "\r\n");

        // When
        ServerCertificate read = read(both, both);

        // Then
        assertThat(read.names()).containsExactly("heed.example");
    }

    @Test
    void knowsTheNamesThatBrowsersTakeItFor() {
        // When
        ServerCertificate read =
                read(AUTHORITY.certificate(EC, "Heed.example", "*.trust.example"), CertificateFixture.pkcs8(EC));

        // Then
        assertThat(read.names("heed.EXAMPLE")).isTrue();
        assertThat(read.names("heed.trust.example")).isTrue();
        assertThat(read.names("a.heed.trust.example")).isFalse();
        assertThat(read.names("trust.example")).isFalse();
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        // Given
        String certificate = AUTHORITY.certificate(RSA, "heed.example");
        String key = CertificateFixture.pkcs8(RSA);
        String ended = AUTHORITY.certificate(
                RSA, CertificateFixture.FROM, Instant.parse("2026-04-01T11:59:59Z"), "heed.example");
        String later = AUTHORITY.certificate(
                RSA, Instant.parse("2026-04-02T00:00:00Z"), CertificateFixture.UNTIL, "heed.example");

        // When // Then
        assertThat(refusal(certificate, CertificateFixture.pkcs8(EC)))
                .isEqualTo("the key in heed.key is not that of the first certificate in heed.crt: the server's own"
                        + " certificate has to come first, and to have been issued for this key");
        assertThat(refusal(AUTHORITY.authorityCertificate() + certificate, key))
                .startsWith("the key in heed.key is not");
        assertThat(refusal(ended, key))
                .isEqualTo("the certificate in heed.crt ended at 2026-04-01T11:59:59Z: have it renewed");
        assertThat(refusal(later, key)).startsWith("the certificate in heed.crt begins at 2026-04-02T00:00:00Z only");
        assertThat(refusal(certificate, key.replace("PRIVATE", "ENCRYPTED PRIVATE")))
                .startsWith("the key in heed.key is encrypted, and nobody is there to give its passphrase");
        assertThat(refusal(
                        certificate,
                        CertificateFixture.pkcs1(RSA)
                                .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n")))
                .startsWith("the key in heed.key is encrypted");
        assertThat(refusal(certificate, "")).startsWith("heed.key holds no key in PEM form");
        assertThat(refusal("0\u0082", key)).startsWith("heed.crt holds no certificate in PEM form");
        assertThat(refusal(certificate.substring(0, 400), key)).startsWith("heed.crt breaks off");
        assertThat(refusal(CertificateFixture.pem("CERTIFICATE", new byte[] {1, 2}), key))
                .startsWith("heed.crt holds a certificate that can't be read");
        assertThat(refusal(certificate, CertificateFixture.pem("PRIVATE KEY", new byte[] {1, 2})))
                .startsWith("the key in heed.key can't be read: Heed knows keys of RSA");
    }

    @Test
    void saysWhichFileIsNotThere() {
        // Given
        var files = new CertificateFiles(directory.resolve("heed.crt"), directory.resolve("heed.key"));

        // When // Then
        assertThatThrownBy(() -> ServerCertificate.read(files, NOW))
                .hasMessage("there is no file " + directory.resolve("heed.crt"));
    }

    @Test
    void keepsTheCertificateUntilTheNewOneIsThereWhole() throws IOException {
        // Given
        CertificateFiles files = CertificateFixture.writeTexts(
                directory, AUTHORITY.certificate(EC, "heed.example"), CertificateFixture.pkcs8(EC));
        var certificate = new RenewedCertificate("page", files, Clock.fixed(NOW, ZoneOffset.UTC));
        Instant until = Instant.parse("2120-06-01T00:00:00Z");

        // When
        certificate.look();
        Optional<String> unchanged = certificate.trouble();
        Files.writeString(
                files.certificate(), AUTHORITY.certificate(RSA, CertificateFixture.FROM, until, "heed.example"));
        certificate.look();
        Optional<String> halfWritten = certificate.trouble();
        Instant kept = certificate.until();
        Files.writeString(files.key(), CertificateFixture.pkcs8(RSA));
        certificate.look();

        // Then
        assertThat(unchanged).isEmpty();
        assertThat(halfWritten)
                .hasValueSatisfying(why -> assertThat(why).contains("is not that of the first certificate"));
        assertThat(kept).isEqualTo(CertificateFixture.UNTIL);
        assertThat(certificate.trouble()).isEmpty();
        assertThat(certificate.until()).isEqualTo(until);
    }
}

package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.form.FormKey;
import heed.connectors.form.FormLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormLinksCommandTest {

    private static final String URL = "https://feedback.example/form/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path data;

    private int run(String... arguments) {
        CommandContext context = new CommandContext(
                Map.of(),
                Optional.empty(),
                Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context)
                .execute(Stream.concat(
                                Stream.of(
                                        "form-links", "--data", data.toString(), "--url", "https://feedback.example/"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private FormLink read(String line) {
        return FormKey.links(data, new SecureRandom())
                .read(line.substring(URL.length()))
                .orElseThrow();
    }

    @Test
    void printsLinksOfWhichEachIsForOnePerson() throws IOException {
        // When
        int code = run("--hospital", "H1", "--unit", "Ward-7", "--once", "3", "--days", "30");

        // Then
        List<FormLink> links = out.toString().lines().map(this::read).toList();
        assertThat(code).isZero();
        assertThat(links).hasSize(3).allSatisfy(link -> {
            assertThat(link.hospital()).isEqualTo("H1");
            assertThat(link.unit()).contains("Ward-7");
            assertThat(link.kind()).isEqualTo(FormLink.Kind.ONCE);
            assertThat(link.until()).isEqualTo(LocalDate.parse("2026-05-01"));
        });
        assertThat(links.stream().map(FormLink::id)).doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("form.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void putsADamagedKeyAsideAndMakesAnother() throws IOException {
        // Given
        Path key = data.resolve("form.key");
        Files.write(key, new byte[] {(byte) 0xFF, 0, 7});

        // When
        int code = run("--hospital", "H1");

        // Then
        assertThat(code).isZero();
        assertThat(read(out.toString().strip()).hospital()).isEqualTo("H1");
        assertThat(data.resolve("form.key.damaged")).hasBinaryContent(new byte[] {(byte) 0xFF, 0, 7});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void printsAQrCodeAsADrawing() {
        // When
        int code = run("--hospital", "H1", "--unit", "Ward-7", "--qr");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().strip())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .contains("<title>H1, Ward-7</title>")
                .endsWith("h1v1h-1z\"></path></svg>");
    }

    @Test
    void refusesWhatNoFormIsFor() {
        // When
        int unknown = run("--hospital", "H1", "--questionnaire", "fft-2021");
        int both = run("--hospital", "H1", "--kiosk", "--once", "2");
        int code = run("--hospital", "H 1");

        // Then
        assertThat(List.of(unknown, both, code)).containsOnly(2);
        assertThat(err.toString())
                .contains("there is no questionnaire fft-2021; the nearest is fft-2020")
                .contains("--once and --kiosk are two kinds of links")
                .contains("--hospital must match");
        assertThat(out.toString()).isEmpty();
    }
}

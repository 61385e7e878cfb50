package heed.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

    @TempDir
    private Path directory;

    @Test
    void saysEverythingThatIsWrongAndNoSecret() {
        // Given
        var files = new WebhookFiles(directory);
        files.write("short", "whsec_CANARY==");
        files.write(
                "no-id.yaml",
                """
                questionnaire: fft-2020
                source: x
                hospital: {column: h}
                given_at: {column: t}
                answers: {overall: {column: a}}
                """);

        // When
        var thrown = catchThrowableOfType(
                WebhooksException.class,
                () -> files.read(
                        """
                        a: {signed: standrd, secret: secret, mapping: formbricks.yaml}
                        b: {signed: standard, secret: short, mapping: formbricks.yaml}
                        c d: {signed: typeform, secret: gone, mapping: no-id.yaml}
                        e: {signed: header, secret: secret, mapping: gone.yaml}
                        f: {signed: typeform, header: X, secret: secret, mapping: typeform.yaml, tolerance: 9}
                        """));

        // Then
        assertThat(thrown.problems())
                .extracting(problem -> problem.substring(problem.indexOf("webhooks.yaml") + "webhooks.yaml".length()))
                .containsExactlyInAnyOrder(
                        ":1: a: signed must be one of standard, typeform, header; the nearest is standard",
                        ":2: the file must have a secret of at least 16 bytes",
                        ":3: a webhook's name must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}: its address ends in it",
                        ":3: the mapping says no id, by which a delivery that comes again is known",
                        ":3: cannot read " + directory.resolve("gone") + ": NoSuchFileException",
                        ":4: cannot read " + directory.resolve("gone.yaml") + ": NoSuchFileException",
                        ":4: e lacks 'header'",
                        ":5: f has an unknown key 'tolerance'; the nearest is header; allowed: signed, header,"
                                + " secret, former_secret, mapping",
                        ":5: f: a header is named where signed is header, and only there");
        assertThat(thrown.getMessage()).doesNotContain("CANARY");
    }
}

package heed.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.yaml.FileProblemsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
                FileProblemsException.class,
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

    @Test
    void takesSecretsFromVariablesBeforeThoseOfFiles() {
        // Given
        var files = new WebhookFiles(directory);
        var given = new GivenSecrets(Map.of(
                "HEED_WEBHOOK_SECRET_FORM_BRICKS", WebhookFiles.NEW_SECRET,
                "HEED_WEBHOOK_FORMER_SECRET_FORM_BRICKS", "another one, not the file's",
                "HEED_WEBHOOK_SECRET_FLOW", "a secret of the variable"));

        // When
        Webhooks webhooks = files.read(
                """
                Form-bricks: {signed: header, header: X, secret: gone, mapping: formbricks.yaml}
                flow: {signed: header, header: X, mapping: formbricks.yaml}
                """,
                given);

        // Then
        assertThat(judge(webhooks, "Form-bricks", WebhookFiles.NEW_SECRET)).isEqualTo(SignatureVerdict.GENUINE);
        assertThat(judge(webhooks, "Form-bricks", "another one, not the file's"))
                .isEqualTo(SignatureVerdict.GENUINE);
        assertThat(judge(webhooks, "Form-bricks", WebhookFiles.SECRET)).isEqualTo(SignatureVerdict.FOREIGN);
        assertThat(judge(webhooks, "flow", "a secret of the variable")).isEqualTo(SignatureVerdict.GENUINE);
    }

    private static SignatureVerdict judge(Webhooks webhooks, String name, String shown) {
        return webhooks.byName(name).orElseThrow().judge(header -> shown, new byte[0], Instant.EPOCH);
    }

    @Test
    void refusesAVariableThatTwoWebhooksWouldHave() {
        // Given
        var files = new WebhookFiles(directory);
        var given = new GivenSecrets(Map.of("HEED_WEBHOOK_SECRET_FLOW_EU", "a secret of the variable"));

        // When
        var thrown = catchThrowableOfType(
                FileProblemsException.class,
                () -> files.read(
                        """
                        flow.eu: {signed: header, header: X, mapping: formbricks.yaml}
                        flow-eu: {signed: header, header: X, mapping: formbricks.yaml}
                        """,
                        given));

        // Then
        assertThat(thrown.problems())
                .singleElement()
                .asString()
                .contains(":2: HEED_WEBHOOK_SECRET_FLOW_EU is of two webhooks")
                .doesNotContain("a secret");
    }

    @Test
    void refusesVariablesThatAreTooShortOrOfNoWebhookAndShowsNone() {
        // Given
        var files = new WebhookFiles(directory);
        var given = new GivenSecrets(
                Map.of("HEED_WEBHOOK_SECRET_FLOW", "CANARY", "HEED_WEBHOOK_SECRET_FLOWER", "CANARY of another"));

        // When
        var thrown = catchThrowableOfType(
                FileProblemsException.class,
                () -> files.read("flow: {signed: header, header: X, mapping: formbricks.yaml}\n", given));

        // Then
        assertThat(thrown.problems())
                .extracting(problem -> problem.substring(problem.indexOf("webhooks.yaml") + "webhooks.yaml".length()))
                .containsExactly(
                        ":1: HEED_WEBHOOK_SECRET_FLOW must have a secret of at least 16 bytes",
                        ":1: HEED_WEBHOOK_SECRET_FLOWER is set, and is of no webhook in this file");
        assertThat(thrown.getMessage() + given)
                .doesNotContain("CANARY")
                .contains("secrets by [HEED_WEBHOOK_SECRET_FLOW, HEED_WEBHOOK_SECRET_FLOWER]");
    }
}

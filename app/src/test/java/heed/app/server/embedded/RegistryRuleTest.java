package heed.app.server.embedded;

import static heed.app.server.embedded.RegistryRule.Refusal.FOREIGN_HOST;
import static heed.app.server.embedded.RegistryRule.Refusal.FOREIGN_ORIGIN;
import static heed.app.server.embedded.RegistryRule.Refusal.NOT_THE_OWNER;
import static heed.app.server.embedded.RegistryRule.Refusal.UNUSED_METHOD;
import static heed.app.server.embedded.RegistryRule.Refusal.UNUSED_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryRuleTest {

    private static final String OWNER = "Bearer 5eed";
    private static final RegistryRule RULE = new RegistryRule(OWNER);
    private static final String SUBJECTS = "/apis/ccompat/v7/subjects";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8085", "localhost", "localhost:1"})
    void takesRequestsThatNameThisMachine(String host) {
        // When // Then
        assertThat(RULE.refusal("GET", SUBJECTS, host, null, OWNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "elsewhere.example",
                "127.0.0.1.elsewhere.example",
                "localhost:",
                "127.0.0.1:8085:1",
                "1.2.3.4",
                "[::1]"
            })
    void refusesRequestsThatNameAnother(String host) {
        // When // Then
        assertThat(RULE.refusal("GET", SUBJECTS, host, null, OWNER)).contains(FOREIGN_HOST);
    }

    @Test
    void refusesRequestsThatNameNoHostOrAnyOrigin() {
        // When // Then
        assertThat(RULE.refusal("GET", SUBJECTS, null, null, OWNER)).contains(FOREIGN_HOST);
        assertThat(RULE.refusal("POST", SUBJECTS + "/s/versions", "localhost", "http://localhost:8080", OWNER))
                .contains(FOREIGN_ORIGIN);
        assertThat(RULE.refusal("GET", SUBJECTS, "localhost", "null", OWNER)).contains(FOREIGN_ORIGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, subjects",
        "HEAD, subjects",
        "GET, subjects/heed.scores.v1-value/versions/latest",
        "GET, schemas/ids/7",
        "GET, config/heed.scores.v1-value",
        "POST, subjects/heed.scores.v1-value/versions",
        "POST, subjects/heed.scores.v1-value",
        "POST, compatibility/subjects/heed.scores.v1-value/versions/latest",
        "PUT, config",
        "PUT, config/heed.scores.v1-value"
    })
    void takesWhatReadersAndWritersOfSchemasAskFor(String method, String path) {
        // When // Then
        assertThat(RULE.refusal(method, "/apis/ccompat/v7/" + path, "127.0.0.1:8085", null, OWNER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get"})
    void refusesEveryOtherMethod(String method) {
        // When // Then
        assertThat(RULE.refusal(method, SUBJECTS, "127.0.0.1", null, OWNER)).contains(UNUSED_METHOD);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /apis/registry/v3/admin/rules",
        "GET, /apis/ccompat/v7/../../registry/v3/groups",
        "GET, /apis/ccompat/v8/subjects",
        "GET, /ui",
        "GET, /metrics",
        "PUT, /apis/ccompat/v7/mode",
        "POST, /apis/ccompat/v7/subjects",
        "POST, /apis/ccompat/v7/subjects/s/versions/1",
        "POST, /apis/ccompat/v7/schemas/ids/1",
        "PUT, /apis/ccompat/v7/subjects/s/versions"
    })
    void refusesEveryOtherPath(String method, String path) {
        // When // Then
        assertThat(RULE.refusal(method, path, "127.0.0.1", null, OWNER)).contains(UNUSED_PATH);
    }

    @Test
    void letsOnlyItsOwnerSayWhatIsCompatible() {
        // Given
        String config = "/apis/ccompat/v7/config/heed.scores.v1-value";

        // When // Then
        assertThat(RULE.refusal("PUT", config, "127.0.0.1", null, null)).contains(NOT_THE_OWNER);
        assertThat(RULE.refusal("PUT", config, "127.0.0.1", null, "Bearer 5eec"))
                .contains(NOT_THE_OWNER);
        assertThat(RULE.refusal("PUT", config, "127.0.0.1", null, "")).contains(NOT_THE_OWNER);
        assertThat(RULE.refusal("PUT", config, "127.0.0.1", null, OWNER)).isEmpty();
        assertThat(RULE.refusal("GET", config, "127.0.0.1", null, null)).isEmpty();
        assertThat(RULE.refusal("POST", SUBJECTS + "/s/versions", "127.0.0.1", null, null))
                .isEmpty();
    }
}

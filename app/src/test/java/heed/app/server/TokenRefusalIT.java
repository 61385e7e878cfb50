package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import heed.app.doctor.BrokerCheck;
import heed.app.settings.ClientSecurity;
import heed.app.settings.Component;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No broker is there: who gets no token asks none. */
class TokenRefusalIT {

    private static final String SECRET = "pa55";
    private static final String BOOTSTRAP = "127.0.0.1:9";

    private final @Nullable String allowedBefore =
            System.getProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);

    private HttpServer server;
    private volatile int status;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.setProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, endpoint());
    }

    @AfterEach
    void stop() {
        if (allowedBefore == null) {
            System.clearProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);
        } else {
            System.setProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, allowedBefore);
        }
        server.stop(0);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    private static ClientSecurity security(String endpoint) {
        return new ClientSecurity(Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.oauthbearer.token.endpoint.url",
                endpoint,
                "sasl.oauthbearer.client.credentials.client.id",
                "heed",
                "sasl.oauthbearer.client.credentials.client.secret",
                SECRET,
                "sasl.login.retry.backoff.max.ms",
                "200"));
    }

    private StartException start(Duration within) {
        return start(within, endpoint());
    }

    private static StartException start(Duration within, String endpoint) {
        return catchThrowableOfType(StartException.class, () -> new BrokerReach(within, Clock.systemUTC())
                .await(BOOTSTRAP, Component.PIPELINE, security(endpoint)));
    }

    /** An endpoint may repeat what it was shown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"invalid_client\",\"error_description\":\"not pa55\"} | refuses its client id and secret, with status 401",
                "400 | {\"error\":\"unauthorized_client\"} | refuses its client id and secret, with status 400",
                "404 | pa55 is not here | is no token endpoint, and answers with status 404",
                "200 | {\"not\":\"pa55\"} | answers with something else than a token that is a JWT",
                "200 | {\"access_token\":\"pa55\"} | answers with something else than a token that is a JWT"
            })
    void anEndpointThatRefusesIsNamedAtOnceAndWhatItAnsweredIsNot(int code, String body, String words) {
        // Given
        status = code;
        answer = body;

        // When
        StartException refusal = start(Duration.ofHours(1));

        // Then
        assertThat(refusal)
                .hasMessage("Kafka at " + BOOTSTRAP + ": no token for the pipeline: " + endpoint() + " " + words
                        + ". Mend kafka.sasl.oauthbearer.client.credentials.client.id and the secret beside it, or the"
                        + " file that kafka.pipeline.file names, or kafka.sasl.oauthbearer.token.endpoint.url.");
        assertThat(BrokerCheck.unreachable(BOOTSTRAP, refusal).text())
                .contains("no token for the commands: " + endpoint() + " " + words)
                .endsWith("token.endpoint.url.");
        assertThat(stack(refusal)).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"503", "429"})
    void anEndpointThatMayYetGiveOneIsWaitedForAndNamed(int code) {
        // Given
        status = code;
        answer = SECRET;

        // When
        StartException silence = start(Duration.ofMillis(1));

        // Then
        assertThat(silence)
                .hasMessage(
                        "Kafka at " + BOOTSTRAP + " could not be asked within 0 s: no token for the pipeline: "
                                + endpoint() + " answers with status " + code
                                + ". Start what gives tokens, or set kafka.sasl.oauthbearer.token.endpoint.url to where it is.");
        assertThat(BrokerCheck.unreachable(BOOTSTRAP, silence).text()).contains(endpoint());
        assertThat(stack(silence)).doesNotContain(SECRET);
    }

    @Test
    void anEndpointWhereNobodyListensIsWaitedForAndNamed() {
        // Given
        String gone = endpoint();
        server.stop(0);

        // When
        StartException silence = start(Duration.ofMillis(1), gone);

        // Then
        assertThat(silence)
                .hasMessageStartingWith("Kafka at " + BOOTSTRAP + " could not be asked within 0 s: no token for the"
                        + " pipeline: " + gone + " does not answer: ")
                .hasMessageContaining("ConnectException")
                .hasMessageEndingWith(
                        ". Start what gives tokens, or set kafka.sasl.oauthbearer.token.endpoint.url to where it is.");
        assertThat(stack(silence)).doesNotContain(SECRET);
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

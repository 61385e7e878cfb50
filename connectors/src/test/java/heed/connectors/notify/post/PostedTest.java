package heed.connectors.notify.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import heed.connectors.notify.Message;
import heed.connectors.notify.Receiver;
import heed.connectors.notify.RefusedException;
import heed.connectors.notify.Sample;
import heed.schemas.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostedTest {

    private static final Clock CLOCK = Clock.fixed(Sample.NOON, ZoneOffset.UTC);
    private static final Message OPENED = message("open-severe");
    private static final Message ENDED = message("ended");

    private final Posting posting = new Posting(HttpClient.newHttpClient());
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;
    private URI url;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pagerDutyIsToldToOpenAnIncidentAndToCloseTheSameOne() throws Exception {
        // Given
        Receiver pager = new PagerDutyReceiver(url, "the key", posting);

        // When
        pager.deliver(OPENED);
        pager.deliver(ENDED);

        // Then
        assertThat(bodies.get(0).path("event_action").asText()).isEqualTo("trigger");
        assertThat(bodies.get(1).path("event_action").asText()).isEqualTo("resolve");
        assertThat(bodies).allSatisfy(body -> {
            assertThat(body.path("routing_key").asText()).isEqualTo("the key");
            assertThat(body.path("dedup_key").asText()).isEqualTo("d1");
            assertThat(body.path("payload").path("severity").asText()).isEqualTo("critical");
            assertThat(body.path("payload").path("source").asText()).isEqualTo("H1");
        });
    }

    @Test
    void slackReadsNoMarkupInNames() throws Exception {
        // When
        new SlackReceiver(url, posting).deliver(OPENED);

        // Then
        assertThat(bodies.get(0).path("text").asText())
                .isEqualTo("*A drop at &lt;H1&gt;*\nThe score is lower &amp; lower.\n\nMae'r sgôr yn is nag arfer.\n"
                        + "<https://heed.example.org/drops/d1|More about it>");
    }

    @Test
    void teamsGetsACardThatOpensThePage() throws Exception {
        // When
        new TeamsReceiver(url, posting).deliver(OPENED);

        // Then
        JsonNode attached = bodies.get(0).path("attachments").path(0);
        assertThat(attached.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attached.path("content").path("body").path(1).path("text").asText())
                .isEqualTo("The score is lower & lower.");
        assertThat(attached.path("content").path("actions").path(0).path("url").asText())
                .isEqualTo("https://heed.example.org/drops/d1");
    }

    @Test
    void alertmanagerKnowsTheAlertByItsLabelsAndEndsItNow() throws Exception {
        // Given
        Receiver alertmanager = new AlertmanagerReceiver(url, posting, CLOCK);

        // When
        alertmanager.deliver(OPENED);
        alertmanager.deliver(ENDED);

        // Then
        assertThat(bodies.get(0).path(0).path("labels"))
                .isEqualTo(bodies.get(1).path(0).path("labels"));
        assertThat(bodies.get(0).path(0).path("endsAt").asText()).isEqualTo("2026-03-11T12:00:00Z");
        assertThat(bodies.get(1).path(0).path("endsAt").asText()).isEqualTo("2026-03-04T12:00:00Z");
    }

    @Test
    void aWrongMessageIsRefusedForGoodAndAWrongKeyOrAServerInTroubleIsNot() {
        // Given
        Receiver slack = new SlackReceiver(url, posting);

        // When // Then
        for (int wrong : List.of(400, 413, 422)) {
            status = wrong;
            assertThatThrownBy(() -> slack.deliver(OPENED))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("answered " + wrong);
        }
        for (int later : List.of(302, 401, 403, 404, 408, 410, 429, 500, 503)) {
            status = later;
            assertThatThrownBy(() -> slack.deliver(OPENED))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(RefusedException.class)
                    .hasMessage("answered " + later);
        }
    }

    private static Message message(String state) {
        return Message.of("on-call", List.of(Sample.notice("d1", state, Severity.SEVERE, Sample.NOON)), Sample.PAGE);
    }
}

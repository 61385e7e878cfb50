package heed.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Talks to a server that answers what each test says; the genuine registry is talked to where one runs. */
class HttpSchemaRegistryIT {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final String CHECK =
            "; check that it runs, that this URL is the base of its Confluent-compatible API, and that it may be used"
                    + " from here";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private int status = 200;
    private String body = "{}";
    private HttpServer server;
    private String url;
    private HttpSchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/apis/ccompat/v7";
        registry = HttpSchemaRegistry.at(URI.create(url + "/"));
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
    }

    @Test
    void registersASchemaUnderItsSubject() {
        // Given
        body = "{\"id\":12}";
        // When // Then
        assertThat(registry.register("heed feedback/v1-value", TEXT)).isEqualTo(12);
        assertThat(requests)
                .containsExactly("POST /apis/ccompat/v7/subjects/heed%20feedback%2Fv1-value/versions"
                        + " application/vnd.schemaregistry.v1+json null {\"schema\":\"\\\"string\\\"\"}");
    }

    @Test
    void findsTheSchemaOfAnId() {
        // Given
        body = "{\"schema\":\"\\\"string\\\"\"}";
        // When // Then
        assertThat(registry.byId(7)).isEqualTo(TEXT);
        assertThat(requests).containsExactly("GET /apis/ccompat/v7/schemas/ids/7 null null ");
    }

    @Test
    void saysUnknownWhereTheRegistryItselfSaysSo() {
        // Given
        status = 404;
        body = "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}";
        // When // Then
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema id 7 is unknown to the registry at " + url
                        + " (answered 404: Schema 7 not found): the writer used another registry, or the schema was"
                        + " deleted");
    }

    @Test
    void saysUnavailableWhereSomethingElseFoundNothing() {
        // Given
        status = 404;
        body = "<html>Not Found</html>";
        // When // Then
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("schema registry at " + url
                        + ": GET /schemas/ids/7 answered 404 and no JSON: <html>Not Found</html>" + CHECK);
    }

    @Test
    void saysUnavailableWhereTheRegistryHasNoSuchAddress() {
        // Given
        status = 404;
        body = "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}";
        // When // Then
        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void asksNoRegistryForAnIdThatCannotBe() {
        // When // Then
        assertThatThrownBy(() -> registry.byId(0)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.byId(-1)).isInstanceOf(UnknownSchemaException.class);
        assertThat(requests).isEmpty();
    }

    @Test
    void saysUnknownOfASchemaOfAnotherType() {
        // Given
        body = "{\"schema\":\"syntax = 'proto3';\",\"schemaType\":\"PROTOBUF\"}";
        // When // Then
        assertThatThrownBy(() -> registry.byId(7)).hasMessageContaining("it is of type PROTOBUF");
    }

    @Test
    void saysUnknownOfASchemaThatIsNotAvro() {
        // Given
        body = "{\"schema\":\"{}\"}";
        // When // Then
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("it is not readable as Avro");
    }

    @Test
    void saysUnavailableOfAServerThatFailsOrLetsNobodyIn() {
        // Given
        body = "{\"error_code\":50001,\"message\":\"storage is away\"}";
        for (int failure : new int[] {500, 503, 401, 403}) {
            status = failure;
            // When // Then
            assertThatThrownBy(() -> registry.byId(7))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("GET /schemas/ids/7 answered " + failure);
            assertThatThrownBy(() -> registry.register("x", TEXT)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void saysUnavailableWhereNobodyAnswersInTime() {
        // Given
        HttpSchemaRegistry impatient =
                new HttpSchemaRegistry(URI.create(url), HttpClient.newHttpClient(), Duration.ofMillis(200));
        body = "hang";
        // When // Then
        assertThatThrownBy(() -> impatient.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void saysUnavailableWhereNobodyListens() {
        // Given
        server.stop(0);
        // When // Then
        assertThatThrownBy(() -> registry.byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageStartingWith("schema registry at " + url + ": GET /schemas/ids/7 failed:");
    }

    @Test
    void saysRefusedOfAnIncompatibleSchema() {
        // Given
        status = 409;
        body = "{\"error_code\":409,\"message\":\"reader lacks field n\"}";
        // When // Then
        assertThatThrownBy(() -> registry.register("heed.scores.v1-value", TEXT))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessage("schema registry at " + url + " refused the schema for subject heed.scores.v1-value:"
                        + " answered 409: reader lacks field n. It has another schema under that subject, which this"
                        + " Heed's may not follow: see " + url + "/subjects/heed.scores.v1-value/versions/latest. Where"
                        + " a newer Heed registered it, start that one. Where something else did, name a registry"
                        + " without it, or take it out of that one; the embedded registry deletes nothing: stop Heed and"
                        + " put back the directory 'registry' of its data from a backup");
    }

    @Test
    void setsTheRuleOfASubject() {
        // When
        registry.setCompatibility("s", Compatibility.FULL_TRANSITIVE);

        // Then
        assertThat(requests)
                .containsExactly("PUT /apis/ccompat/v7/config/s application/vnd.schemaregistry.v1+json null"
                        + " {\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @Test
    void sendsThePasswordOfTheUrlAndTellsItToNobody() {
        // Given
        body = "[\"a\",\"b\"]";
        HttpSchemaRegistry closed = HttpSchemaRegistry.at(URI.create(url.replace("//", "//ada:s%3Acret@")));
        // When // Then
        assertThat(closed.subjects()).containsExactly("a", "b");
        assertThat(requests).containsExactly("GET /apis/ccompat/v7/subjects null Basic YWRhOnM6Y3JldA== ");
        assertThat(closed.url()).isEqualTo(url);
    }

    @Test
    void tellsNobodyThePasswordWhereItIsRefused() {
        // Given
        status = 403;
        HttpSchemaRegistry closed = HttpSchemaRegistry.at(URI.create(url.replace("//", "//ada:s%3Acret@")));
        // When // Then
        assertThatThrownBy(closed::subjects).hasMessageNotContaining("cret");
    }

    @Test
    void showsANameOrATokenAndTellsThemToNobody() {
        // Given
        body = "[]";
        RegistryAccess name = RegistryAccess.basic("ada", "s:cret");
        RegistryAccess token = RegistryAccess.bearer("t0ken");

        // When
        HttpSchemaRegistry.at(URI.create(url), name).subjects();
        HttpSchemaRegistry.at(URI.create(url), token).subjects();

        // Then
        assertThat(requests)
                .containsExactly(
                        "GET /apis/ccompat/v7/subjects null Basic YWRhOnM6Y3JldA== ",
                        "GET /apis/ccompat/v7/subjects null Bearer t0ken ");
        assertThat(name).hasToString("Basic ****");
        assertThat(token).hasToString("Bearer ****");
    }

    @Test
    void saysAtOnceWhatToSetWhereItIsNotLetIn() {
        // Given
        status = 401;
        var retry = RegistryRetry.upTo(Duration.ofMinutes(5));
        HttpSchemaRegistry closed = HttpSchemaRegistry.at(URI.create(url), RegistryAccess.bearer("t0ken"));

        // When // Then
        assertThatThrownBy(() -> retry.awaitReachable(closed))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessage(
                        "schema registry at " + url + ": GET /subjects answered 401: it wants to know who asks, or will"
                                + " not have who asks; set registry-access.user and registry-access.password, or"
                                + " registry-access.token, to whom it may answer");
        assertThat(requests).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + headers.getFirst("Content-Type") + " " + headers.getFirst("Authorization") + " " + received);
        if (body.equals("hang")) {
            awaitDone();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

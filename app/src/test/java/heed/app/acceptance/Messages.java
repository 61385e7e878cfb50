package heed.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Receives what Alertmanager sends, as a pager would. */
final class Messages implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> alerts = new CopyOnWriteArrayList<>();

    private Messages(HttpServer server) {
        this.server = server;
    }

    static Messages listen() throws IOException {
        var messages = new Messages(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        messages.server.createContext("/", exchange -> {
            new ObjectMapper()
                    .readTree(exchange.getRequestBody())
                    .path("alerts")
                    .forEach(messages.alerts::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        messages.server.start();
        return messages;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Waits for an alert in that state, and returns it in full. */
    String await(String status, String name, Duration limit) {
        Awaitility.await().atMost(limit).until(() -> of(status, name).findAny().isPresent());
        return of(status, name).findFirst().orElseThrow().toString();
    }

    Set<String> hospitals(String status, String name) {
        Set<String> hospitals = new TreeSet<>();
        of(status, name)
                .forEach(alert ->
                        hospitals.add(alert.path("labels").path("hospital").asText()));
        return hospitals;
    }

    private Stream<JsonNode> of(String status, String name) {
        return alerts.stream()
                .filter(alert -> alert.path("status").asText().equals(status)
                        && alert.path("labels").path("alertname").asText().equals(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

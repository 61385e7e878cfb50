package heed.app.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A program behind a webhook, which goes down and comes back at the same address. */
final class Hook implements AutoCloseable {

    /** What it received, and what it was known by. */
    record Call(String id, JsonNode body) {
        String state() {
            return body.path("data").path("id").asText() + " "
                    + body.path("data").path("state").asText();
        }
    }

    private final int port;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    Hook(int port) {
        this.port = port;
    }

    /** Takes what comes, and says so. */
    void answer() throws IOException {
        up(exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
    }

    /** Takes what comes, and says nothing: whoever sent it does not know that it arrived. */
    void keepSilent() throws IOException {
        up(exchange -> {});
    }

    private void up(Answer answer) throws IOException {
        down();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    new ObjectMapper().readTree(exchange.getRequestBody())));
            answer.to(exchange);
        });
        server.start();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    List<Call> calls() {
        return calls;
    }

    List<String> states() {
        return calls.stream().map(Call::state).toList();
    }

    @Override
    public void close() {
        down();
    }
}

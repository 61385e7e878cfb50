package heed.connectors.notify.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.notify.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Posts JSON and says what the answer means. What says that this message is wrong is final; all else, a refused key
 * among it, may be mended at the other end. Redirects are not followed: what is sent is for this address alone.
 */
public final class Posting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Set<Integer> FINAL = Set.of(400, 413, 422);
    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;

    private final HttpClient http;

    /** Posts by a client that follows no redirects. */
    public Posting(HttpClient http) {
        this.http = http;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode list(JsonNode only) {
        return JSON.createArrayNode().add(only);
    }

    static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** Posts a body; its exceptions name no address, which may be a secret. */
    void post(URI to, byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("User-Agent", "heed")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        int status;
        try {
            status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IOException("no answer: " + e.getClass().getSimpleName(), e);
        }
        if (FINAL.contains(status)) {
            throw new RefusedException("answered " + status);
        }
        if (status < OK || status >= NO_LONGER_OK) {
            throw new IOException("answered " + status);
        }
    }
}

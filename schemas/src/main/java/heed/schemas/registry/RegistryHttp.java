package heed.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends one request to the registry and reads its JSON answer. */
final class RegistryHttp {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_QUOTE = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final @Nullable String authorization;
    private final HttpClient client;
    private final Duration timeout;

    RegistryHttp(URI base, RegistryAccess access, HttpClient client, Duration timeout) {
        this.base = withoutUser(base);
        this.authorization = base.getUserInfo() == null
                ? access.authorization().orElse(null)
                : "Basic "
                        + Base64.getEncoder().encodeToString(base.getUserInfo().getBytes(StandardCharsets.UTF_8));
        this.client = client;
        this.timeout = timeout;
    }

    /** Returns the registry's URL without name and password: it goes into messages. */
    String base() {
        return base;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, @Nullable JsonNode body) {
        String request = method + " " + path;
        try {
            var response = client.send(request(method, path, body), BodyHandlers.ofString(StandardCharsets.UTF_8));
            int status = response.statusCode();
            if (status == UNAUTHORIZED || status == FORBIDDEN) {
                throw RegistryRefusedException.unknown(base, request + " answered " + status);
            }
            if (status >= SERVER_ERROR) {
                throw new RegistryUnavailableException(
                        base, request + " answered " + status + " " + quote(response.body()));
            }
            return new Answer(request, status, json(request, status, response.body()));
        } catch (SSLHandshakeException e) {
            throw RegistryRefusedException.untrusted(base, e);
        } catch (IOException e) {
            throw new RegistryUnavailableException(base, request + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(base, request + " was interrupted", e);
        }
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private JsonNode json(String request, int status, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new RegistryUnavailableException(
                    base, request + " answered " + status + " and no JSON: " + quote(body), e);
        }
        throw new RegistryUnavailableException(base, request + " answered " + status + " and nothing else");
    }

    private static String quote(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String withoutUser(URI base) {
        String text = base.toString();
        String bare = base.getRawUserInfo() == null ? text : text.replace(base.getRawUserInfo() + "@", "");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** Holds an answer that is neither a failure of the server nor a refusal of access. */
    record Answer(String request, int status, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** Returns the registry's own error code, for example 40403 (no such schema), or 0. */
        int errorCode() {
            return body.path("error_code").asInt(0);
        }

        String why() {
            return "answered " + status + ": " + body.path("message").asText("no message");
        }
    }
}

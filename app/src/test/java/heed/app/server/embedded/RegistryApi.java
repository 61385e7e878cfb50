package heed.app.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Speaks to a registry as any client would. */
public final class RegistryApi {

    private final URI url;
    private final HttpClient http;

    public RegistryApi(URI url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /** Registers a record schema whose fields are given as JSON. */
    public HttpResponse<String> register(String subject, String fields) throws IOException, InterruptedException {
        String schema = "{'type':'record','name':'Letter','fields':[" + fields + "]}";
        String body = "{\"schema\":\"" + schema.replace("'", "\\\"") + "\"}";
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks that new schemas need not be compatible with anything, and returns the answer with its status. */
    String loosen(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"NONE\"}"))
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    /**
     * Sends a request as a browser or another program may, whatever headers it has, and returns the answer with its
     * headers.
     *
     * @param headers lines such as {@code Host: localhost}
     */
    public String send(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

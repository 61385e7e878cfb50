package heed.app.server.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

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

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }
}

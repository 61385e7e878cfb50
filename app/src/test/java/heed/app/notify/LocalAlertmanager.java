package heed.app.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.app.demo.prometheus.MonitoringPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** An Alertmanager that sends nothing on. */
final class LocalAlertmanager implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    LocalAlertmanager(Path directory, int port) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("alertmanager.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        url = URI.create("http://127.0.0.1:" + port);
        process = new ProcessBuilder(
                        MonitoringPrograms.find(System.getenv("PATH"))
                                .alertmanager()
                                .toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
    }

    URI url() {
        return url;
    }

    /** Returns which of Heed's alerts are active. */
    Set<String> active() throws IOException, InterruptedException {
        String body = http.send(
                        HttpRequest.newBuilder(url.resolve("/api/v2/alerts?active=true"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Set<String> ids = new TreeSet<>();
        for (JsonNode alert : new ObjectMapper().readTree(body)) {
            ids.add(alert.path("labels").path("heed_id").asText());
        }
        return ids;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.server.embedded.EmbeddedBroker;
import heed.app.server.embedded.Letters;
import heed.app.server.embedded.RegistryApi;
import heed.app.server.embedded.RegistryHome;
import heed.app.server.embedded.ServerStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

    private static final Pattern READY = Pattern.compile("ready (\\S+) (\\S+)");
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String TEXT = "{'name':'text','type':'string'}";

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private List<ProcessHandle> children = List.of();

    @TempDir
    Path data;

    @AfterEach
    void endTheProcess() {
        children.forEach(ProcessHandle::destroyForcibly);
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void losesNothingAndLeavesNoProcessWhenKilled() throws Exception {
        // Given
        MatchResult servers = startProcess();
        Letters.createTopic(servers.group(1));
        Letters.sendCommitted(servers.group(1), "kept");
        String id = api(servers.group(2)).register("letters-value", TEXT).body();

        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(children).hasSize(1);
        Awaitility.await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        long start = System.nanoTime();
        try (EmbeddedServers again = EmbeddedServers.start(data, RegistryHome.find(), http)) {
            System.out.println(
                    "broker and registry back after a kill in " + Duration.ofNanos(System.nanoTime() - start));
            assertThat(Letters.readCommitted(again.bootstrap(), 1)).containsExactly("kept");
            assertThat(api(again.registryUrl().toString())
                            .register("letters-value", TEXT)
                            .body())
                    .isEqualTo(id);
        }
    }

    @Test
    void leavesNoProcessWhenTerminated() throws Exception {
        // Given
        startProcess();

        // When
        process.destroy();

        // Then
        assertThat(children).hasSize(1);
        Awaitility.await().atMost(SOON).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void startsNothingWhereOneOfTheTwoCannot() {
        // Given
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (EmbeddedBroker holdsTheData = EmbeddedBroker.start(data.resolve("broker"))) {

            // When // Then
            assertThatThrownBy(() -> EmbeddedServers.start(data, RegistryHome.find(), http))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("is in use by another running Heed");
            assertThat(holdsTheData.bootstrap()).isNotEmpty();
            assertThat(ProcessHandle.current().children().toList()).isEqualTo(before);
        }
    }

    @Test
    void stopsTheBrokerWhereTheRegistryDoesNotStart() {
        // Given
        Path nothing = data.resolve("no-program");

        // When // Then
        assertThatThrownBy(() -> EmbeddedServers.start(data, nothing, http))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("is not in " + nothing);
        assertThatCode(() -> EmbeddedBroker.start(data.resolve("broker")).close())
                .doesNotThrowAnyException();
    }

    private MatchResult startProcess() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedServersProcess.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        StringBuilder output = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            var ready = READY.matcher(line);
            if (ready.matches()) {
                children = process.descendants().toList();
                return ready.toMatchResult();
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("the process ended: " + output);
    }

    private RegistryApi api(String url) {
        return new RegistryApi(URI.create(url), http);
    }
}

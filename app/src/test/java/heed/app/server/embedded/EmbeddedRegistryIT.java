package heed.app.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {

    private static final String TEXT = "{'name':'text','type':'string'}";
    private static final String SENDER = "{'name':'sender','type':'string'}";
    private static final String SENDER_WITH_DEFAULT = "{'name':'sender','type':'string','default':''}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void keepsSchemaIdsOverARestart() throws Exception {
        // Given
        String first;
        try (EmbeddedRegistry registry = start()) {
            api(registry).register("other-value", TEXT);
            first = api(registry).register("letters-value", TEXT + "," + SENDER).body();
        }

        // When
        try (EmbeddedRegistry registry = start()) {
            String known = api(registry).get("/schemas/ids/2").body();
            String again =
                    api(registry).register("letters-value", TEXT + "," + SENDER).body();

            // Then
            assertThat(known).contains("sender");
            assertThat(again).isEqualTo(first).contains("\"id\":2");
        }
    }

    @Test
    void keepsASchemaWhoseRegistryIsKilledRightAfterwards() throws Exception {
        // Given
        String answer;
        try (EmbeddedRegistry registry = start()) {
            answer = api(registry).register("letters-value", TEXT).body();
            ProcessHandle killed = registry.process();
            killed.destroyForcibly();
            killed.onExit().join();
        }

        // When
        try (EmbeddedRegistry registry = start()) {

            // Then
            assertThat(answer).contains("\"id\":1");
            assertThat(api(registry).get("/schemas/ids/1").body()).contains("text");
        }
    }

    @Test
    void answersNoWebPageAndDeletesNothing() throws Exception {
        // Given
        try (EmbeddedRegistry registry = start()) {
            RegistryApi api = api(registry);
            api.register("letters-value", TEXT);
            String subject = "/apis/ccompat/v7/subjects/letters-value";

            // When
            String fromPage =
                    api.send("POST", subject + "/versions", "Host: 127.0.0.1", "Origin: http://elsewhere.example");
            String preflight = api.send(
                    "OPTIONS",
                    subject,
                    "Host: 127.0.0.1",
                    "Origin: http://elsewhere.example",
                    "Access-Control-Request-Method: DELETE");
            String pointedHere = api.send("GET", subject + "/versions", "Host: elsewhere.example");
            String deletion = api.send("DELETE", subject, "Host: 127.0.0.1");
            String otherApi = api.send("GET", "/apis/registry/v3/groups", "Host: 127.0.0.1");
            String own = api.send(
                    "GET",
                    subject + "/versions",
                    "Host: localhost:" + registry.url().getPort());

            // Then
            assertThat(fromPage).startsWith("HTTP/1.1 403").contains("takes nothing from web pages");
            assertThat(preflight).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase("access-control");
            assertThat(pointedHere).startsWith("HTTP/1.1 403").contains("answers on loopback only");
            assertThat(deletion).startsWith("HTTP/1.1 405").contains("it deletes nothing");
            assertThat(otherApi).startsWith("HTTP/1.1 404");
            assertThat(own).startsWith("HTTP/1.1 200").endsWith("[1]").doesNotContainIgnoringCase("access-control");
        }
    }

    @Test
    void comesBackByItselfWithItsSchemasAtTheSameAddressWhenItsProcessIsKilled() throws Exception {
        // Given
        try (EmbeddedRegistry registry = start()) {
            RegistryApi api = api(registry);
            api.register("letters-value", TEXT);
            ProcessHandle killed = registry.process();

            // When
            long killedAt = System.nanoTime();
            killed.destroyForcibly();
            killed.onExit().join();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> registry.process().pid() != killed.pid()
                            && api.get("/schemas/ids/1").body().contains("text"));
            System.out.println("registry back after " + Duration.ofNanos(System.nanoTime() - killedAt));

            // Then
            assertThat(registry.process().pid()).isNotEqualTo(killed.pid());
            assertThat(api.send("DELETE", "/apis/ccompat/v7/subjects/letters-value", "Host: 127.0.0.1"))
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void takesOnlySchemasThatReadAndAreReadByAllVersionsBefore() throws Exception {
        // Given
        try (EmbeddedRegistry registry = start()) {
            RegistryApi api = api(registry);
            api.register("letters-value", TEXT);

            // When
            var incompatible = api.register("letters-value", TEXT + "," + SENDER);
            var compatible = api.register("letters-value", TEXT + "," + SENDER_WITH_DEFAULT);

            // Then
            assertThat(incompatible.statusCode()).isEqualTo(409);
            assertThat(compatible.statusCode()).isEqualTo(200);
            assertThat(api.get("/config").body()).contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void keepsToItsRuleWhateverAnotherProgramSets() throws Exception {
        // Given
        try (EmbeddedRegistry registry = start()) {
            RegistryApi api = api(registry);
            api.register("letters-value", TEXT);

            // When
            String ofAll = api.loosen("/config");
            String ofOne = api.loosen("/config/letters-value");
            var incompatible = api.register("letters-value", TEXT + "," + SENDER);

            // Then
            assertThat(ofAll).startsWith("403").contains("is set by the Heed that runs this registry");
            assertThat(ofOne).startsWith("403");
            assertThat(incompatible.statusCode()).isEqualTo(409);
            assertThat(api.get("/config/letters-value?defaultToGlobal=true").body())
                    .contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void leavesNoProcessWhenClosed() {
        // Given
        EmbeddedRegistry registry = start();
        ProcessHandle process = registry.process();

        // When
        registry.close();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> !process.isAlive());
    }

    @Test
    void writesItsLogBesideItsData() throws IOException {
        // When
        try (EmbeddedRegistry registry = start()) {

            // Then
            assertThat(registry.process().isAlive()).isTrue();
            assertThat(Files.readString(directory.resolve("registry.log"))).contains("Using h2 SQL storage");
        }
    }

    @Test
    void laysOutAgainADatabaseThatWasNeverFinished() throws Exception {
        // Given
        Files.writeString(directory.resolve("schemas.mv.db"), "half a database");

        // When
        try (EmbeddedRegistry registry = start()) {

            // Then
            assertThat(api(registry).register("letters-value", TEXT).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        // Given
        try (EmbeddedRegistry running = start()) {

            // When // Then
            assertThatThrownBy(this::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("is in use by another running Heed");
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    @Test
    void saysWhereItsProgramShouldBe() {
        // Given
        Path empty = directory.resolve("nothing-here");

        // When // Then
        assertThatThrownBy(() -> EmbeddedRegistry.start(directory, empty, http))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("The schema registry's program is not in " + empty
                        + ". Build Heed again, or name its directory with -Dheed.registry.home=DIR.");
    }

    @Test
    void showsTheLastWordsOfAProcessThatDies() throws IOException {
        // Given
        Path home = Files.createDirectory(directory.resolve("home"));
        new JarOutputStream(Files.newOutputStream(home.resolve("hollow-runner.jar"))).close();

        // When // Then
        assertThatThrownBy(() -> EmbeddedRegistry.start(directory.resolve("data"), home, http))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("its process ended")
                .hasMessageContaining("registry.log")
                .hasMessageContaining("ClassNotFoundException: io.quarkus.runner.GeneratedMain");
    }

    private EmbeddedRegistry start() {
        return EmbeddedRegistry.start(directory, RegistryHome.find(), http);
    }

    private RegistryApi api(EmbeddedRegistry registry) {
        return new RegistryApi(registry.url(), http);
    }
}

package heed.monitoring.site;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a Keycloak on this machine's own address, with a realm in which Dr Price leads SIM-A. The build unpacks it. It
 * keeps everything in memory, and is started for speed: that takes half a minute all the same.
 */
final class Keycloak implements AutoCloseable {

    static final String SECRET = "between-heed-and-keycloak";
    static final String PASSWORD = "known to Dr Price";

    private static final Path HOME =
            Path.of("target", "keycloak", "keycloak-26.0.7").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final List<String> NOT_NEEDED = List.of(
            "device-flow",
            "ciba",
            "par",
            "organization",
            "impersonation",
            "step-up-authentication",
            "web-authn",
            "kerberos",
            "authorization",
            "account",
            "account-api",
            "docker");
    /** Each is left out for good by those who run Keycloak, and costs time here. */
    private static final String JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms256m -Xmx512m -XX:-UsePerfData";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final URI address;

    private Keycloak(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one that knows a Heed at {@code page}, and returns once it answers. */
    static Keycloak start(URI page) throws IOException {
        int port = freePort();
        Path realms = Files.createDirectories(HOME.resolve("data").resolve("import"));
        Files.writeString(realms.resolve("heed-realm.json"), realm(page.toString()));
        var builder = new ProcessBuilder(
                        "bash",
                        HOME.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm",
                        "--cache=local",
                        "--db=dev-mem",
                        "--log-level=warn",
                        "--features-disabled=" + String.join(",", NOT_NEEDED))
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("started.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        JAVA,
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "admin"));
        var started = new Keycloak(builder.start(), URI.create("http://127.0.0.1:" + port));
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(250)).until(started::answers);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw new IllegalStateException(Files.readString(HOME.resolve("started.log")), e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            return process.isAlive()
                    && send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                                    .statusCode()
                            == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    URI issuer() {
        return address.resolve("/realms/heed");
    }

    /** Has an administrator sign Dr Price out of everything. */
    int signOut() {
        String token = token();
        String id = read(send(admin(token, "/users?username=price")).body())
                .get(0)
                .path("id")
                .asText();
        return send(admin(token, "/users/" + id + "/logout").POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    /** Has another key sign from now on. */
    int rotate() {
        String token = token();
        return send(admin(token, "/components")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                {"name": "newer", "providerId": "rsa-generated",
                                 "providerType": "org.keycloak.keys.KeyProvider",
                                 "config": {"priority": ["200"], "keySize": ["2048"], "algorithm": ["RS256"]}}
                                """)))
                .statusCode();
    }

    private String token() {
        String form = Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin")
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(send(HttpRequest.newBuilder(address.resolve("/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                        .body())
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder admin(String token, String path) {
        return HttpRequest.newBuilder(address.resolve("/admin/realms/heed" + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String realm(String page) {
        return """
                {"realm": "heed", "enabled": true, "sslRequired": "none",
                 "clients": [{
                   "clientId": "heed", "secret": "%s", "redirectUris": ["%s/sign-in/provider"],
                   "attributes": {
                     "backchannel.logout.url": "%s/sign-out/provider",
                     "backchannel.logout.session.required": "true",
                     "post.logout.redirect.uris": "%s/signed-out",
                     "pkce.code.challenge.method": "S256"},
                   "protocolMappers": [
                     {"name": "roles", "protocol": "openid-connect",
                      "protocolMapper": "oidc-usermodel-client-role-mapper",
                      "config": {"usermodel.clientRoleMapping.clientId": "heed", "claim.name": "roles",
                                 "multivalued": "true", "id.token.claim": "true"}},
                     {"name": "hospitals", "protocol": "openid-connect",
                      "protocolMapper": "oidc-usermodel-attribute-mapper",
                      "config": {"user.attribute": "hospitals", "claim.name": "hospitals",
                                 "multivalued": "true", "id.token.claim": "true"}}]}],
                 "roles": {"client": {"heed": [{"name": "heed-lead"}]}},
                 "users": [{
                   "username": "price", "enabled": true, "email": "price@example.org", "emailVerified": true,
                   "firstName": "Mair", "lastName": "Price", "attributes": {"hospitals": ["SIM-A"]},
                   "clientRoles": {"heed": ["heed-lead"]},
                   "credentials": [{"type": "password", "value": "%s"}]}]}
                """
                .formatted(SECRET, page, page, page, PASSWORD);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}

package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.http.KeptCookie;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import heed.schemas.listen.Reach;
import io.javalin.Javalin;
import io.javalin.http.SameSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Has a server keep something in a browser, over TLS at the proxy before it and without. */
class KeptCookieIT {

    private static final KeptCookie COOKIE = new KeptCookie("heed-name", Duration.ofDays(2), SameSite.STRICT);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server = Javalin.create(config -> {
        var proxies = new Proxies(List.of(Network.parse("127.0.0.1")), ForwardedBy.X_FORWARDED);
        new Reach(Optional.empty(), proxies).listen(config, "127.0.0.1", 0);
        config.routes.get("/keep", ctx -> COOKIE.keepText(ctx, "Siân; ward 7"));
        config.routes.get("/say", ctx -> ctx.result(KeptCookie.text(ctx.cookie(COOKIE.name()))));
    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private String given(String scheme) throws Exception {
        HttpRequest request =
                asking("/keep").header("X-Forwarded-Proto", scheme).build();
        return client.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void isSentOverTlsAloneWhereItWasGivenOverTls() throws Exception {
        // When
        String overTls = given("https");
        String without = given("http");

        // Then
        assertThat(overTls).contains("; Secure").contains("HttpOnly", "SameSite=Strict", "Max-Age=172800");
        assertThat(without).doesNotContain("Secure").contains("HttpOnly", "SameSite=Strict", "Max-Age=172800");
    }

    @Test
    void saysAgainWhatWasKeptAndNothingOfWhatWasNot() throws Exception {
        // Given
        String kept = given("http").split(";", 2)[0];

        // When
        String said = client.send(asking("/say").header("Cookie", kept).build(), BodyHandlers.ofString())
                .body();
        String other = client.send(
                        asking("/say").header("Cookie", "heed-name=%22").build(), BodyHandlers.ofString())
                .body();

        // Then
        assertThat(said).isEqualTo("Siân; ward 7");
        assertThat(other).isEmpty();
    }
}

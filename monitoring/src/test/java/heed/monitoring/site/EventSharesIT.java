package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.Viewers;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import heed.schemas.listen.Reach;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Takes as many event streams as a client can get, behind a proxy that is believed. */
class EventSharesIT {

    private static final int STREAMS = 20;
    private static final String WHO = "Test-Who";

    private final PageFixture page = new PageFixture(
            new Viewers() {
                @Override
                public Viewer of(Context request) {
                    return Viewer.everything();
                }

                @Override
                public Optional<String> who(Context request) {
                    return Optional.ofNullable(request.header(WHO));
                }
            },
            models -> List.of(),
            new Reach(Optional.empty(), new Proxies(List.of(Network.parse("127.0.0.1")), ForwardedBy.X_FORWARDED)));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HttpResponse<InputStream>> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (HttpResponse<InputStream> each : open) {
            each.body().close();
        }
        page.close();
    }

    @Test
    void leavesHalfOfTheStreamsToOthersWhateverOneAddressTakes() throws Exception {
        // Given
        take(STREAMS / 2, "X-Forwarded-For", "203.0.113.7");

        // When
        HttpResponse<InputStream> oneMore = ask("X-Forwarded-For", "203.0.113.7");
        HttpResponse<InputStream> other = ask("X-Forwarded-For", "203.0.113.8");

        // Then
        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(text(oneMore))
                .isEqualTo("You are kept up to date as often as one client may be at once. Close one of your pages or"
                        + " streams, or ask for what you need by itself.\n");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(scraped()).contains("heed_page_streams_turned_away_total{why=\"SHARE\"} 1.0");
    }

    @Test
    void hasWhoHoldsMostGiveWayToOneWhoHoldsNone() throws Exception {
        // Given
        take(STREAMS / 2, "X-Forwarded-For", "203.0.113.7");
        take(STREAMS / 2, "X-Forwarded-For", "203.0.113.8");

        // When
        HttpResponse<InputStream> third = ask("X-Forwarded-For", "203.0.113.9");
        List<CompletableFuture<Void>> ends =
                open.stream().limit(STREAMS).map(EventSharesIT::end).toList();
        await().until(() -> ends.stream().anyMatch(CompletableFuture::isDone));

        // Then
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(ends.stream().filter(CompletableFuture::isDone)).hasSize(1);
        assertThat(scraped())
                .contains("heed_page_streams_turned_away_total{why=\"GAVE_WAY\"} 1.0")
                .contains("heed_page_streams 20.0");
    }

    @Test
    void turnsAwayWhereEverybodyHoldsOneAlready() throws Exception {
        // Given
        for (int at = 0; at < STREAMS; at++) {
            take(1, "X-Forwarded-For", "203.0.113." + at);
        }

        // When
        HttpResponse<InputStream> refused = ask("X-Forwarded-For", "198.51.100.1");

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(text(refused))
                .isEqualTo("As many are kept up to date as may be at once. Ask again in 10 seconds, or ask for what you"
                        + " need by itself; page.streams says how many there may be.\n");
    }

    @Test
    void givesPeopleBehindOneAddressAShareEach() throws Exception {
        // Given
        take(STREAMS / 2, WHO, "m.price");

        // When
        HttpResponse<InputStream> oneMore = ask(WHO, "m.price");
        HttpResponse<InputStream> colleague = ask(WHO, "ito");

        // Then
        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(colleague.statusCode()).isEqualTo(200);
    }

    private void take(int streams, String... headers) throws IOException, InterruptedException {
        for (int at = 0; at < streams; at++) {
            HttpResponse<InputStream> taken = ask(headers);
            if (taken.statusCode() != 200 || taken.body().read() < 0) {
                throw new IllegalStateException("a stream was refused: " + taken.statusCode());
            }
        }
    }

    private HttpResponse<InputStream> ask(String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(page.address("/events")))
                        .headers(headers)
                        .build(),
                BodyHandlers.ofInputStream());
        open.add(answer);
        return answer;
    }

    private String scraped() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(page.address("/metrics")))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static CompletableFuture<Void> end(HttpResponse<InputStream> stream) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stream.body().readAllBytes();
                    } catch (IOException e) {
                        // Cut off is an end too.
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "reads to the end");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}

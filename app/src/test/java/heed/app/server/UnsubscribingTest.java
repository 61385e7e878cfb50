package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.Unsubscribed;
import heed.schemas.Unsubscription;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsubscribingTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final URI PAGE = URI.create("https://heed.example/");
    private static final String ID = Unsubscribed.id("ward-7", "sister@example.org");

    private final Unsubscribed unsubscribed = new Unsubscribed();
    private final List<Unsubscription> written = new ArrayList<>();
    private CompletionStage<Void> acknowledged = CompletableFuture.completedFuture(null);

    @TempDir
    Path data;

    private MailLinks links() {
        return MailLinks.of(data, PAGE, new SecureRandom());
    }

    private Unsubscribing unsubscribing() {
        return new Unsubscribing(
                links(),
                unsubscribed,
                row -> {
                    written.add(row);
                    return acknowledged;
                },
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static String link(URI address) {
        return address.getPath().substring("/unsubscribe/".length());
    }

    @Test
    void aLinkIsGoodAfterARestartAndTellsNothingOfWhomItIsFor() {
        // Given
        URI address = links().of("ward-7", ID);

        // When
        var route = unsubscribing().route(link(address));

        // Then
        assertThat(route).contains("ward-7");
        assertThat(address.toString())
                .startsWith("https://heed.example/unsubscribe/")
                .doesNotContain("sister", ID, "ward-7");
    }

    @Test
    void aLinkThatWasChangedOrMadeWithAnotherKeyIsNone() {
        // Given
        String link = link(links().of("ward-7", ID));
        String other = link(
                MailLinks.of(data.resolve("other"), PAGE, new SecureRandom()).of("ward-7", ID));
        char last = link.charAt(10) == 'A' ? 'B' : 'A';
        String changed = link.substring(0, 10) + last + link.substring(11);

        // When
        Unsubscribing unsubscribing = unsubscribing();

        // Then
        assertThat(List.of(changed, other, "", "x.y", ID))
                .allMatch(each -> unsubscribing.route(each).isEmpty());
    }

    @Test
    void mailsAreStoppedOnceHoweverOftenTheLinkIsSent() throws InterruptedException {
        // Given
        String link = link(links().of("ward-7", ID));
        Unsubscribing unsubscribing = unsubscribing();

        // When
        List<Boolean> kept = List.of(unsubscribing.stop(link), unsubscribing.stop(link));

        // Then
        assertThat(kept).containsExactly(true, true);
        assertThat(unsubscribed.has(ID)).isTrue();
        assertThat(written).containsExactly(new Unsubscription(ID, "ward-7", NOON));
    }

    @Test
    void whatIsNotKeptStopsNothing() throws InterruptedException {
        // Given
        String link = link(links().of("ward-7", ID));
        acknowledged = CompletableFuture.failedFuture(new IllegalStateException("away"));

        // When
        boolean kept = unsubscribing().stop(link);

        // Then
        assertThat(kept).isFalse();
        assertThat(unsubscribed.has(ID)).isFalse();
    }
}

package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.Unsubscribed;
import heed.connectors.notify.routes.RoutesReader;
import heed.schemas.Unsubscription;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersTest {

    private static final String ID = Unsubscribed.id("ward-7", "Sister@example.org");
    private static final Map<String, Unsubscription> STOPPED =
            Map.of(ID, new Unsubscription(ID, "ward-7", Instant.parse("2026-03-04T12:00:00Z")));

    @TempDir
    Path directory;

    private List<NoticeRoute> routes() throws IOException {
        Path file = Files.writeString(
                directory.resolve("routes.yaml"),
                """
                mail:
                  host: localhost
                  security: none
                  from: heed@example.org
                routes:
                  ward-7:
                    to: mail
                    addresses: sister@example.org, deputy@example.org
                  board:
                    to: mail
                    addresses: sister@example.org
                  on-call:
                    to: alertmanager
                    url: http://localhost:9093
                """);
        return RoutesReader.read(file, Questionnaires.shipped(), Clock.systemUTC());
    }

    @Test
    void listsWhoHasStoppedTheMailsOfWhichRoute() throws IOException {
        // Given
        var subscribers = new Subscribers(routes(), STOPPED);

        // When
        List<String> lines = subscribers.lines();

        // Then
        assertThat(lines)
                .containsExactly(
                        "ward-7  mail by localhost:587 to 2 addresses",
                        "  sister@example.org  stopped them at 2026-03-04T12:00:00Z",
                        "  deputy@example.org  gets mails",
                        "board  mail by localhost:587 to 1 address",
                        "  sister@example.org  gets mails",
                        "on-call  Alertmanager at localhost");
    }

    @Test
    void takesInAgainOnlyWhoHasStoppedTheMails() throws IOException {
        // Given
        var subscribers = new Subscribers(routes(), STOPPED);

        // When
        String id = subscribers.stoppedId("ward-7", "sister@EXAMPLE.org");

        // Then
        assertThat(id).isEqualTo(ID);
        assertThatThrownBy(() -> subscribers.stoppedId("ward-7", "deputy@example.org"))
                .hasMessage("its mails were not stopped: the route ward-7 sends them");
        assertThatThrownBy(() -> subscribers.stoppedId("board", "deputy@example.org"))
                .hasMessage("the route board has no such address; `heed notify list` says which it has");
        assertThatThrownBy(() -> subscribers.stoppedId("bord", "sister@example.org"))
                .hasMessage("there is no route 'bord'; the nearest is board");
    }
}

package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.readmodel.CommentThemes;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.reader.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShownCommentsTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = WRITTEN.plus(Duration.ofDays(30)).minusMillis(1);
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final ShownComments comments = new ShownComments(clock, Duration.ofDays(30), CommentThemes.NONE);

    @Test
    void areShownNoLongerThanTheyAreKeptThoughNobodySaysThatTheyAreGone() {
        // Given
        put(
                comments.destination().routes().get(0),
                new Comment("a", 1, "H1", null, null, null, Rated.GOOD, "Thank you.", WRITTEN));
        comments.destination().publish();

        // When
        int before = comments.get().comments().size();
        now = now.plusMillis(1);
        int after = comments.get().comments().size();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(after).isZero();
    }

    @Test
    void saySinceWhenTheyAreHeld() {
        // When // Then
        assertThat(comments.get().since()).isEqualTo(WRITTEN.minusMillis(1));
    }

    private static <V> void put(Route<V> route, Comment comment) {
        route.put().take(route.topic().value().cast(comment), Instant.EPOCH);
    }
}

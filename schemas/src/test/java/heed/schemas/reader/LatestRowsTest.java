package heed.schemas.reader;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Comment;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestRowsTest {

    private final LatestRows<Comment> rows = new LatestRows<>(Topics.COMMENTS, Comment::getFeedbackId);

    private void put(String key, String text) {
        Route<?> route = rows.routes().get(0);
        put(route, MockTopic.comment(key, text));
    }

    private static <V> void put(Route<V> route, Comment comment) {
        route.put().take(route.topic().value().cast(comment), Instant.EPOCH);
    }

    @Test
    void holdTheNewestOfEachKeyOnceItIsPublished() throws Exception {
        // Given
        put("a", "one");
        put("a", "two");
        put("b", "three");
        rows.routes().get(0).remove().accept("b");

        // When
        Map<String, Comment> before = rows.all();
        boolean readBefore = rows.awaitRead(Duration.ZERO);
        rows.publish();

        // Then
        assertThat(before).isEmpty();
        assertThat(readBefore).isFalse();
        assertThat(rows.awaitRead(Duration.ZERO)).isTrue();
        assertThat(rows.all()).isEqualTo(Map.of("a", MockTopic.comment("a", "two")));
    }

    @Test
    void tellWhetherAValueIsShownOrWasReplaced() throws Exception {
        // Given
        put("a", "one");
        boolean unpublished = rows.awaitShown(MockTopic.comment("a", "one"), Duration.ZERO);

        // When
        rows.publish();

        // Then
        assertThat(unpublished).isFalse();
        assertThat(rows.awaitShown(MockTopic.comment("a", "one"), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(rows.awaitShown(MockTopic.comment("a", "two"), Duration.ZERO))
                .isFalse();
    }

    @Test
    void keepNothingLongerThanItIsKept() {
        // Given
        var shortLived =
                new LatestRows<>(Topics.COMMENTS, Comment::getFeedbackId, each -> !"two".equals(each.getText()));
        put(shortLived.routes().get(0), MockTopic.comment("a", "one"));
        put(shortLived.routes().get(0), MockTopic.comment("b", "two"));

        // When
        shortLived.publish();

        // Then
        assertThat(shortLived.all()).containsOnlyKeys("a");
    }

    @Test
    void areThereWhileTheyAreReadAnewAndWithoutWhatIsGoneAfterwards() {
        // Given
        put("a", "one");
        put("b", "two");
        rows.publish();

        // When
        rows.restart();
        put("b", "two");
        List<Integer> sizes = List.of(rows.all().size());
        rows.publish();

        // Then
        assertThat(sizes).containsExactly(2);
        assertThat(rows.all()).containsOnlyKeys("b");
    }
}

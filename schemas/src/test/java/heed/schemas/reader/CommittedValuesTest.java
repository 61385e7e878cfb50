package heed.schemas.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Comment;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class CommittedValuesTest {

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();

    private final MockTopic topic = new MockTopic(5, registry)
            .words(0, "A", "kind")
            .words(1, "B", "cold")
            .bytes(2, "B", new byte[] {9, 9})
            .words(3, "A", "late")
            .tombstone(4, "B");

    private CommittedValues<Comment> values() {
        return new CommittedValues<>(Topics.COMMENTS, new AvroSerdes(registry), topic::consumer);
    }

    @Test
    void findsTheNewestValueOfEachKeyThatNoTombstoneTookOut() {
        // When
        Map<String, Comment> newest = values().newest();

        // Then
        assertThat(newest).containsOnlyKeys("A").containsEntry("A", MockTopic.comment("A", "late"));
        assertThat(topic.consumer().closed()).isTrue();
    }

    @Test
    void findsTheNewestValuesOfTheKeysThatAreWantedAlone() {
        // When
        Map<String, Comment> newest = values().newest("B"::equals);

        // Then
        assertThat(newest).isEmpty();
    }

    @Test
    void findsTheNewestValueOfEachIdWhateverItsKey() {
        // When
        List<Comment> newest = values().newestBy(Comment::getText);

        // Then
        assertThat(newest).extracting(Comment::getText).containsExactly("kind", "cold", "late");
    }

    @Test
    void countsRecordsThatCannotBeReadToo() {
        // When // Then
        assertThat(values().count()).isEqualTo(5);
    }

    @Test
    void saysHowToMakeATopicThatIsNotThere() {
        // Given
        var nothing = new MockConsumer<String, byte[]>("earliest");
        var values = new CommittedValues<>(Topics.COMMENTS, new AvroSerdes(registry), () -> nothing);

        // When // Then
        assertThatThrownBy(values::newest)
                .isInstanceOf(TimeoutException.class)
                .hasMessage("There is no topic heed.comments.v1. `heed topics` creates it.");
        assertThat(nothing.closed()).isTrue();
    }
}

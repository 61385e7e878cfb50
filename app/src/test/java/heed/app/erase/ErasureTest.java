package heed.app.erase;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final String ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private static final String OTHER = "3f2504e0-4f89-41d3-9a0c-0305e82c3302";

    private final List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
    private final Erasure erasure = new Erasure(
            ID,
            key -> {
                add(key, null);
                return CompletableFuture.completedFuture(null);
            },
            topic::forEach);

    private void add(String key, byte @Nullable [] value) {
        topic.add(new ConsumerRecord<>(Topics.COMMENTS.name(), 0, topic.size(), key, value));
    }

    @Test
    void erasesTheCommentsOfEveryHospitalThatHasTheIdAndNoOther() throws Exception {
        // Given
        add("H1|" + ID, new byte[1]);
        add("H2|" + ID, new byte[1]);
        add("H1|" + OTHER, new byte[1]);

        // When
        Erasure.Left before = erasure.left();
        erasure.writeTombstone();
        Erasure.Left after = erasure.left();

        // Then
        assertThat(before).isEqualTo(Erasure.Left.ALL);
        assertThat(after).isEqualTo(Erasure.Left.BYTES);
        assertThat(topic.subList(3, topic.size()))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("H1|" + ID, "H2|" + ID);
    }

    @Test
    void writesATombstoneAlsoForWhatIsKnownOfACommentThatTheTopicHasNothingOf() throws Exception {
        // Given
        add("H1|" + ID, new byte[1]);
        erasure.also(List.of("H1|" + ID, "H2|" + ID));

        // When
        erasure.left();
        erasure.writeTombstone();

        // Then
        assertThat(topic.subList(1, topic.size()))
                .extracting(ConsumerRecord::key)
                .containsExactly("H1|" + ID, "H2|" + ID);
    }

    @Test
    void saysThatAllIsThereWhileOneHospitalsIs() throws Exception {
        // Given
        add("H1|" + ID, new byte[1]);
        erasure.left();
        erasure.writeTombstone();
        add("H2|" + ID, new byte[1]);

        // When
        Erasure.Left left = erasure.left();

        // Then
        assertThat(left).isEqualTo(Erasure.Left.ALL);
    }

    @Test
    void findsNothingOfAnIdThatNobodyHas() throws Exception {
        // Given
        add("H1|" + OTHER, new byte[1]);

        // When
        Erasure.Left left = erasure.left();
        erasure.writeTombstone();

        // Then
        assertThat(left).isEqualTo(Erasure.Left.NOTHING);
        assertThat(topic).hasSize(1);
    }
}

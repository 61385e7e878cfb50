package heed.schemas.reader;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommittedRecordsTest {

    private static final byte[] BYTES = {1};

    private final MockTopic topic = new MockTopic(2);
    private final CommittedRecords records = new CommittedRecords(topic.consumer(), List.of(Topics.COMMENTS));
    private final List<String> keys = new ArrayList<>();

    @Test
    void readsWhatWasThereAtTheCallAndNoFurther() {
        // Given
        topic.bytes(0, "A", BYTES).bytes(1, "B", BYTES).bytes(2, "C", BYTES);

        // When
        records.seekToBeginning();
        records.readToEnd(record -> keys.add(record.key()));

        // Then
        assertThat(keys).containsExactly("A", "B");
    }

    @Test
    void startsWithTheNextRecordWhereItIsToldTo() {
        // Given
        records.seekToEnd();
        topic.bytes(2, "C", BYTES);

        // When
        records.poll(Duration.ZERO, record -> keys.add(record.key()));

        // Then
        assertThat(keys).containsExactly("C");
    }

    @Test
    void startsAtTheNewestOrAtTheOldestWhereThereAreNoMore() {
        // When
        records.seekToNewest(1);
        Map<?, Long> newest = records.places();
        records.seekToNewest(3);
        Map<?, Long> all = records.places();

        // Then
        assertThat(newest.get(MockTopic.PARTITION)).isEqualTo(1L);
        assertThat(all.get(MockTopic.PARTITION)).isZero();
    }

    @Test
    void saysHowFarItIsBehind() {
        // When
        records.seek(Map.of(MockTopic.PARTITION, 1L));

        // Then
        assertThat(records.behind(records.ends())).isEqualTo(1);
    }
}

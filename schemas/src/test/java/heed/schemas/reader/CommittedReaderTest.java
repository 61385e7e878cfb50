package heed.schemas.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.schemas.Comment;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommittedReaderTest {

    private final Registry registry = new Registry();
    private final Words words = new Words();
    private final BlockingQueue<Consumer<String, byte[]>> consumers = new LinkedBlockingQueue<>();
    private final CommittedReader reader =
            new CommittedReader("reader", this::next, new AvroSerdes(registry), words, Clock.systemUTC());

    private Consumer<String, byte[]> next() {
        try {
            return consumers.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void tellsWhatWasThereBeforeItSaysThatItHasCaughtUp() {
        // Given
        MockTopic topic = new MockTopic(2, registry).words(0, "A", "kind");
        consumers.add(topic.consumer());

        // When
        reader.start();
        await().until(() -> reader.status().lastContact() != null && !words.heard.isEmpty());
        List<String> early = List.copyOf(words.heard);
        ReaderStatus meanwhile = reader.status();
        topic.words(1, "B", "cold");
        await().until(() -> words.heard.contains("published"));

        // Then
        assertThat(early).containsExactly("restart", "A kind");
        assertThat(meanwhile.phase()).isEqualTo(ReaderStatus.Phase.CATCHING_UP);
        assertThat(meanwhile.lag()).isEqualTo(1);
        assertThat(words.heard).containsExactly("restart", "A kind", "B cold", "published");
        assertThat(reader.status().phase()).isEqualTo(ReaderStatus.Phase.FOLLOWING);
    }

    @Test
    void readsNoMoreOfWhatIsPastThanIsWanted() {
        // Given
        words.history = 1;
        consumers.add(new MockTopic(2, registry)
                .words(0, "A", "kind")
                .words(1, "B", "cold")
                .consumer());

        // When
        reader.start();

        // Then
        await().untilAsserted(() -> assertThat(words.heard).containsExactly("restart", "B cold", "published"));
    }

    @Test
    void tellsOfTombstones() {
        // Given
        consumers.add(new MockTopic(2, registry)
                .words(0, "A", "kind")
                .tombstone(1, "A")
                .consumer());

        // When
        reader.start();

        // Then
        await().untilAsserted(
                        () -> assertThat(words.heard).containsExactly("restart", "A kind", "A removed", "published"));
    }

    @Test
    void leavesOutAndCountsWhatItCannotReadAndWhatIsRefusedAndGoesOn() {
        // Given
        consumers.add(new MockTopic(3, registry)
                .bytes(0, "A", new byte[] {9, 9})
                .words(1, "B", "refused")
                .words(2, "C", "kind")
                .consumer());

        // When
        reader.start();

        // Then
        await().untilAsserted(() -> assertThat(words.heard).containsExactly("restart", "C kind", "published"));
        assertThat(reader.status().unreadable()).isEqualTo(2);
    }

    @Test
    void waitsForARegistryThatIsAwaySinceTheRecordMayBeGood() {
        // Given
        registry.failures.set(1);
        consumers.add(new MockTopic(1, registry).words(0, "A", "kind").consumer());

        // When
        reader.start();

        // Then
        await().untilAsserted(() -> assertThat(words.heard).containsExactly("restart", "A kind", "published"));
        assertThat(registry.failures).hasValue(0);
        assertThat(reader.status().unreadable()).isZero();
    }

    @Test
    void goesOnWhereItIsOnceABrokerThatWasAwayAnswers() {
        // Given
        MockTopic topic = new MockTopic(0, registry);
        consumers.add(topic.consumer());
        reader.start();
        await().until(() -> words.heard.contains("published"));

        // When
        Instant away = Instant.now();
        topic.consumer().setOffsetsException(new TimeoutException("no broker answers"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reader.status().lastContact().isAfter(away.plusSeconds(1)));
        topic.words(0, "A", "kind");

        // Then
        await().untilAsserted(() -> assertThat(words.heard).containsExactly("restart", "published", "A kind"));
        assertThat(topic.consumer().closed()).isFalse();
    }

    @Test
    void readsAgainFromTheBeginningAfterAnErrorThatAConsumerDoesNotSurvive() {
        // Given
        MockTopic broken = new MockTopic(0, registry);
        consumers.add(broken.consumer());
        reader.start();
        await().until(() -> words.heard.contains("published"));

        // When
        broken.consumer().setPollException(new KafkaException("the disk of the broker is full"));
        consumers.add(new MockTopic(1, registry).words(0, "A", "kind").consumer());

        // Then
        await().untilAsserted(() ->
                assertThat(words.heard).containsExactly("restart", "published", "restart", "A kind", "published"));
        assertThat(broken.consumer().closed()).isTrue();
    }

    @Test
    void saysThatItHasEnded() {
        // Given
        consumers.add(new MockTopic(0, registry).consumer());
        reader.start();
        await().until(() -> words.heard.contains("published"));

        // When
        reader.close();

        // Then
        assertThat(reader.status().phase()).isEqualTo(ReaderStatus.Phase.ENDED);
    }

    /** Notes what a destination is told; that it may publish, once for each time that there is something new. */
    private static final class Words implements Destination {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private boolean published;
        private volatile long history = Long.MAX_VALUE;

        @Override
        public long history() {
            return history;
        }

        @Override
        public List<Route<?>> routes() {
            return List.of(new Route<>(Topics.COMMENTS, this::put, key -> heard.add(key + " removed")));
        }

        private void put(Comment comment) {
            if (comment.getText().equals("refused")) {
                throw new IllegalArgumentException("not that");
            }
            heard.add(comment.getFeedbackId() + " " + comment.getText());
        }

        @Override
        public void restart() {
            heard.add("restart");
            published = false;
        }

        @Override
        public void publish() {
            if (!published) {
                heard.add("published");
            }
            published = true;
        }
    }

    /** Is away for a number of questions. */
    private static final class Registry implements SchemaRegistry {

        private final MemorySchemaRegistry memory = new MemorySchemaRegistry();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public int register(String subject, Schema schema) {
            return memory.register(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new RegistryUnavailableException("memory", "is away");
            }
            return memory.byId(id);
        }
    }
}

package heed.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.StreamTask;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Fails when an upgrade of Kafka Streams stops calling the hooks that this store stands on. */
class WriteBehindStoreTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void aCommitFirstEmitsAndThenWritesTheChangedRows() {
        // Given
        Topology topology = new Topology();
        topology.addSource("in-source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("last-words", LastWords::new, "in-source");
        topology.addStateStore(new WriteBehindStoreBuilder<>("last-word", () -> new Words(log)), "last-words");
        topology.addSink("out-sink", "out", new StringSerializer(), new StringSerializer(), "last-words");
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties(), Instant.EPOCH)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            var out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());

            // When
            in.pipeInput("k", "one");
            in.pipeInput("k", "two");

            // Then
            assertThat(out.readValuesToList()).containsExactly("one", "two");
            assertThat(log).containsExactly("emit one", "write one", "emit two", "write two");
        }
    }

    @Test
    void sendsAtACommitWhatItIsGivenAsASinkWould() {
        // Given
        Topology topology = new Topology();
        topology.addSource("in-source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("last-words", SentWords::new, "in-source");
        topology.addStateStore(new WriteBehindStoreBuilder<>("last-word", () -> new Words(log)), "last-words");
        topology.addSink("out-sink", "out", new StringSerializer(), new StringSerializer(), "last-words");
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties(), Instant.EPOCH)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            var out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());

            // When
            in.pipeInput("k", "one");
            in.pipeInput("k", "two");

            // Then
            assertThat(out.readRecordsToList())
                    .containsExactly(
                            new TestRecord<>("one", "1", Instant.ofEpochMilli(7)),
                            new TestRecord<>("one", null, Instant.ofEpochMilli(7)),
                            new TestRecord<>("two", "1", Instant.ofEpochMilli(7)),
                            new TestRecord<>("two", null, Instant.ofEpochMilli(7)));
        }
    }

    /** As Kafka Streams does with a task that becomes a standby: its stores go on, its processors are made anew. */
    @Test
    void emitsNothingOfProcessorsThatAreNoMoreOnceATaskIsRecycled() throws Exception {
        // Given
        Topology topology = new Topology();
        topology.addSource("in-source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("last-words", LastWords::new, "in-source");
        topology.addStateStore(new WriteBehindStoreBuilder<>("last-word", () -> new Words(log)), "last-words");
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties(), Instant.EPOCH)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            in.pipeInput("k", "one");
            var store = (WriteBehindStore<?>) driver.getStateStore("last-word");
            StreamTask task = takenFrom(driver);

            // When
            task.suspend();
            task.prepareRecycle();
            store.flushCache();

            // Then
            assertThat(log).containsExactly("emit one", "write one", "write one");
        }
    }

    /** The driver closes its task at its end, which one that was recycled does not bear. */
    private static StreamTask takenFrom(TopologyTestDriver driver) throws ReflectiveOperationException {
        Field held = TopologyTestDriver.class.getDeclaredField("task");
        held.setAccessible(true);
        StreamTask task = (StreamTask) held.get(driver);
        held.set(driver, null);
        return task;
    }

    @Test
    void knowsHowLargeItsStateIs() {
        // Given
        Topology topology = new Topology();
        topology.addSource("in-source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("last-words", LastWords::new, "in-source");
        topology.addStateStore(new WriteBehindStoreBuilder<>("last-word", () -> new Words(log)), "last-words");
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, properties(), Instant.EPOCH)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());

            // When
            in.pipeInput("k", "one");
            in.pipeInput("k", "three");

            // Then
            assertThat(((StateSize.Sized) driver.getStateStore("last-word")).size())
                    .isEqualTo(new StateSize(1, 1 + "three".length()));
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "write-behind");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        return properties;
    }

    private static final class LastWords implements Processor<String, String, String, String> {

        private Words words;

        @Override
        public void init(ProcessorContext<String, String> context) {
            WriteBehindStore<Words> store = context.getStateStore("last-word");
            words = store.state();
            store.emitAtCommit(context, () -> {
                words.log.add("emit " + words.last);
                context.forward(new Record<>("k", words.last, 0));
            });
        }

        @Override
        public void process(Record<String, String> record) {
            words.last = record.value();
        }
    }

    /** Says each word, and takes it back. */
    private static final class SentWords implements Processor<String, String, String, String> {

        private Words words;

        @Override
        public void init(ProcessorContext<String, String> context) {
            WriteBehindStore<Words> store = context.getStateStore("last-word");
            words = store.state();
            store.emitAtCommit(context, () -> {
                byte[] key = words.last.getBytes(StandardCharsets.UTF_8);
                store.send("out", "out-sink", key, new byte[] {'1'}, 7);
                store.send("out", "out-sink", key, null, 7);
            });
        }

        @Override
        public void process(Record<String, String> record) {
            words.last = record.value();
        }
    }

    private static final class Words implements HeapState {

        private final List<String> log;
        private String last;

        Words(List<String> log) {
            this.log = log;
        }

        @Override
        public void restore(byte[] key, byte[] value) {
            last = new String(value, StandardCharsets.UTF_8);
        }

        @Override
        public void writeChanges(ChangeWriter changelog) {
            log.add("write " + last);
            changelog.write(new byte[] {1}, last.getBytes(StandardCharsets.UTF_8));
        }
    }
}

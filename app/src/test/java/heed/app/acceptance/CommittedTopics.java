package heed.app.acceptance;

import heed.schemas.Drop;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads what has been committed on the topics, from the beginning to the end. */
public final class CommittedTopics implements AutoCloseable {

    private final String bootstrap;
    private final AvroSerdes serdes;
    private final Admin admin;

    public CommittedTopics(String bootstrap, URI registry) {
        this.bootstrap = bootstrap;
        this.serdes = new AvroSerdes(new CachingSchemaRegistry(HttpSchemaRegistry.at(registry), Clock.systemUTC()));
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Returns the newest score of each key. */
    public Map<String, Score> scores() {
        return newest(Topics.SCORES);
    }

    /** Returns the newest record of each key; a tombstone takes its key out. */
    public <V> Map<String, V> newest(Topic<V> topic) {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : read(topic)) {
            if (record.value() == null) {
                bytes.remove(record.key());
            } else {
                bytes.put(record.key(), record.value());
            }
        }
        Map<String, V> newest = new TreeMap<>();
        bytes.forEach((key, value) -> newest.put(key, value(topic, value)));
        return newest;
    }

    /** Returns every record of the drops topic, in order. */
    public List<Drop> drops() {
        return read(Topics.DROPS).stream()
                .map(record -> value(Topics.DROPS, record.value()))
                .toList();
    }

    public <V> V value(Topic<V> topic, byte[] bytes) {
        return serdes.of(topic).deserializer().deserialize(topic.name(), bytes);
    }

    /** Stops compaction of a topic, so that earlier records of a key can still be read. */
    public void keepEveryRecordOf(Topic<?> topic) {
        ConfigEntry never = new ConfigEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        try {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                            List.of(new AlterConfigOp(never, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns every committed record of a topic. */
    public List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        var consumers = CommittedConsumers.of(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        try (CommittedRecords reader = new CommittedRecords(consumers.get(), List.of(topic))) {
            reader.seekToBeginning();
            reader.readToEnd(records::add);
        }
        return records;
    }

    /** Returns how many input records the pipeline has not committed yet. */
    public long lag(String group) {
        Map<TopicPartition, Long> ends = ends(Topics.FEEDBACK, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> committed = committed(group);
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Returns how far the output of a topic has been committed, summed over partitions. */
    public long committedEnd(Topic<?> topic) {
        return ends(topic, IsolationLevel.READ_COMMITTED).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns how far a topic has been written, committed or not, summed over partitions. */
    public long writtenEnd(Topic<?> topic) {
        return ends(topic, IsolationLevel.READ_UNCOMMITTED).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns how far the output of each partition of a topic has been committed. */
    public Map<TopicPartition, Long> committedEnds(Topic<?> topic) {
        return ends(topic, IsolationLevel.READ_COMMITTED);
    }

    /**
     * Returns what has been begun and neither committed nor given up: the partitions with records that nobody may read
     * yet, and the transactions that their coordinators know of.
     */
    public List<String> openTransactions() {
        try {
            List<String> open = unreadable();
            admin.listTransactions(new ListTransactionsOptions()
                            .filterStates(Set.of(
                                    TransactionState.ONGOING,
                                    TransactionState.PREPARE_ABORT,
                                    TransactionState.PREPARE_COMMIT)))
                    .all()
                    .get()
                    .forEach(each -> open.add("transaction " + each.transactionalId() + " is " + each.state()));
            return open;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Tells whether a group has read all feedback and whatever came of it can be read: brokers commit one partition of
     * a transaction after the other, and that of its offsets may come first.
     */
    public boolean isWorkedOff(String group) {
        try {
            return lag(group) == 0 && unreadable().isEmpty();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many responses a group has worked off. */
    public long workedOff(String group) {
        return committed(group).entrySet().stream()
                .filter(each -> each.getKey().topic().equals(Topics.FEEDBACK.name()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns how many instances' threads a group has, those that are asleep and not yet given up among them. */
    public int members(String group) {
        try {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members()
                    .size();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whether a group has taken in every record of a topic that lies between its steps. */
    public boolean isTaken(Topic<?> topic, String group) {
        Map<TopicPartition, Long> committed = committed(group);
        return read(topic).stream()
                .allMatch(record -> record.offset()
                        < committed.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L));
    }

    private List<String> unreadable() throws InterruptedException, ExecutionException {
        Set<String> names = admin.listTopics().names().get();
        Map<TopicPartition, Long> committed = ends(names, IsolationLevel.READ_COMMITTED);
        List<String> open = new ArrayList<>();
        ends(names, IsolationLevel.READ_UNCOMMITTED).forEach((partition, end) -> {
            if (committed.get(partition) < end) {
                open.add(partition + " is written to " + end + ", committed to " + committed.get(partition));
            }
        });
        return open;
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic, IsolationLevel isolation) {
        return ends(List.of(topic.name()), isolation);
    }

    private Map<TopicPartition, Long> ends(Collection<String> names, IsolationLevel isolation) {
        try {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            admin.describeTopics(names).allTopicNames().get().forEach((name, described) -> described
                    .partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            return admin
                    .listOffsets(wanted, new org.apache.kafka.clients.admin.ListOffsetsOptions(isolation))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> committed(String group) {
        try {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            Map<TopicPartition, OffsetAndMetadata> found = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            return offsets;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public String clusterId() {
        try {
            return admin.describeCluster().clusterId().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a producer of feedback as a careful client makes it. */
    public KafkaProducer<String, Feedback> producer() {
        return producer(Topics.FEEDBACK);
    }

    /** Returns a producer of scores, to forge some. */
    public KafkaProducer<String, Score> scoreProducer() {
        return producer(Topics.SCORES);
    }

    public <V> KafkaProducer<String, V> producer(Topic<V> topic) {
        return new KafkaProducer<>(
                // One request at a time: a broker that refused a new producer's first and took the second would refuse
                // the first for ever.
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                serdes.of(topic).serializer());
    }

    @Override
    public void close() {
        admin.close();
    }
}

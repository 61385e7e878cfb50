package heed.app.server.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes strings in transactions and reads those that were committed. */
public final class Letters {

    private static final String TOPIC = "letters";

    private Letters() {}

    public static void createTopic(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    public static void sendCommitted(String bootstrap, String letter) throws ExecutionException, InterruptedException {
        try (Producer<String, String> producer = producer(bootstrap)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, letter)).get();
            producer.commitTransaction();
        }
    }

    public static void sendAborted(String bootstrap, String letter) throws ExecutionException, InterruptedException {
        try (Producer<String, String> producer = producer(bootstrap)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, letter)).get();
            producer.abortTransaction();
        }
    }

    /** Reads through a group, which needs the offsets topic too, until it has as many as expected. */
    public static List<String> readCommitted(String bootstrap, int expected) {
        List<String> letters = new ArrayList<>();
        try (var consumer = consumer(bootstrap)) {
            consumer.subscribe(Set.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letter -> letters.add(letter.value()));
                return letters.size() >= expected;
            });
            consumer.commitSync();
        }
        return letters;
    }

    /** Asks for the topic's partitions, as a client does that hopes the broker will make the topic. */
    public static List<PartitionInfo> askFor(String bootstrap) {
        try (var consumer = consumer(bootstrap)) {
            return consumer.partitionsFor(TOPIC);
        }
    }

    private static Consumer<String, String> consumer(String bootstrap) {
        Map<String, Object> config = Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrap),
                Map.entry("group.id", "readers"),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("isolation.level", "read_committed"));
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    private static Producer<String, String> producer(String bootstrap) {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "writer"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }
}

package heed.bench;

import heed.bench.entrant.EntrantTopics;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Creates the topics as they are declared, and those that only the benchmark has. */
final class BenchTopics {

    static final int PARTITIONS = 4;

    private static final Map<String, String> KEPT = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    private BenchTopics() {}

    /**
     * Creates the topics and waits until every partition answers. A producer that starts sooner may have its first
     * batch refused and its second accepted, and the broker then takes the first one for out of order until it expires.
     */
    static void create(String bootstrap) throws ExecutionException, InterruptedException {
        List<NewTopic> wanted = Stream.concat(
                        Topics.all().stream().map(topic -> topic(topic.name()).configs(topic.config())),
                        Stream.of(EntrantTopics.THROUGH, EntrantTopics.IDS)
                                .map(name -> topic(name).configs(KEPT)))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(wanted).all().get();
            await(admin);
        }
    }

    /** Waits until every partition answers. */
    static void await(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        names().forEach(name -> IntStream.range(0, PARTITIONS)
                .forEach(partition -> partitions.put(new TopicPartition(name, partition), OffsetSpec.latest())));
        admin.listOffsets(partitions).all().get();
    }

    private static Stream<String> names() {
        return Stream.concat(
                Topics.all().stream().map(Topic::name), Stream.of(EntrantTopics.THROUGH, EntrantTopics.IDS));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1);
    }
}

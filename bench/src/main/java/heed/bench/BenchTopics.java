package heed.bench;

import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Creates the topics as they are declared, and deletes what a run leaves behind. */
final class BenchTopics implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final Admin admin;

    BenchTopics(String bootstrap) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /**
     * Creates the topics and waits until every partition answers. A producer that starts sooner may have its first
     * batch refused and its second accepted, and the broker then takes the first one for out of order until it expires.
     */
    void create() throws ExecutionException, InterruptedException {
        List<NewTopic> wanted = Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config()))
                .toList();
        admin.createTopics(wanted).all().get();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : wanted) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(partitions).all().get();
    }

    /** Deletes the changelogs of an application. */
    void deleteOf(String applicationId) throws ExecutionException, InterruptedException {
        List<String> own = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .toList();
        admin.deleteTopics(own).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}

package heed.app.server.topics;

import heed.app.settings.Settings;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that do not exist. Changes one that does only where it is told to: that is a person's decision.
 */
public final class TopicSetup {

    private static final int LOOKS = 150;
    private static final long LOOK_EVERY_MS = 100;

    private final Admin admin;
    private final Settings.Pipeline pipeline;
    private final WantedConfig wanted;

    /** Creates a setup that makes new topics as the settings want them. */
    public TopicSetup(Admin admin, Settings settings) {
        this.admin = admin;
        this.pipeline = settings.pipeline();
        this.wanted = WantedConfig.of(settings);
    }

    /** Has comments kept as long as the settings say from now on: for brokers that nobody else looks after. */
    public void followRetention() throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic<?> topic : WantedConfig.FOLLOW) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    wanted.of(topic).entrySet().stream()
                            .map(each -> new AlterConfigOp(
                                    new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                            .toList());
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    /** Creates what is missing and returns the names of the topics created. */
    public List<String> createMissing() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = Topics.all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::asNew)
                .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        List<String> created = missing.stream().map(NewTopic::name).toList();
        awaitKnown(created);
        return created;
    }

    /** The controller has made them, but the broker that is asked next may not have heard of them yet. */
    private void awaitKnown(List<String> created) throws ExecutionException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try {
                admin.describeTopics(created).allTopicNames().get();
                if (admin.listTopics().names().get().containsAll(created)) {
                    return;
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private NewTopic asNew(Topic<?> topic) {
        return new NewTopic(topic.name(), pipeline.partitions(), (short) pipeline.replication())
                .configs(wanted.of(topic));
    }
}

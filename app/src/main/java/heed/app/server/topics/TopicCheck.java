package heed.app.server.topics;

import heed.app.settings.Settings;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Compares the topics that are with the topics that must be. */
public final class TopicCheck {

    private final Admin admin;
    private final int partitions;
    private final WantedConfig wanted;

    /** Creates a check of what the settings want. */
    public TopicCheck(Admin admin, Settings settings) {
        this.admin = admin;
        this.partitions = settings.pipeline().partitions();
        this.wanted = WantedConfig.of(settings);
    }

    /** Returns every difference; none where all topics are as they must be. */
    public List<TopicDifference> differences() throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<TopicDifference> differences = new ArrayList<>();
        List<Topic<?>> present = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            if (existing.contains(topic.name())) {
                present.add(topic);
            } else {
                differences.add(new TopicDifference.Missing(topic.name()));
            }
        }
        differences.addAll(partitionDifferences(present));
        differences.addAll(configDifferences(present));
        return differences;
    }

    private List<TopicDifference> partitionDifferences(Collection<Topic<?>> present)
            throws ExecutionException, InterruptedException {
        List<String> names = present.stream().map(Topic::name).toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(names).allTopicNames().get();
        List<TopicDifference> differences = new ArrayList<>();
        for (String name : names) {
            int is = Objects.requireNonNull(described.get(name), "what is asked for is described")
                    .partitions()
                    .size();
            if (is != partitions) {
                differences.add(new TopicDifference.Partitions(name, is, partitions));
            }
        }
        return differences;
    }

    private List<TopicDifference> configDifferences(Collection<Topic<?>> present)
            throws ExecutionException, InterruptedException {
        Map<ConfigResource, Topic<?>> resources = present.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(resources.keySet()).all().get();
        List<TopicDifference> differences = new ArrayList<>();
        for (Topic<?> topic : present) {
            Config actual = Objects.requireNonNull(
                    configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())),
                    "what is asked for is described");
            new TreeMap<>(wanted.of(topic)).forEach((key, value) -> {
                String is = actual.get(key) == null ? "" : actual.get(key).value();
                if (!sameValue(value, is)) {
                    differences.add(new TopicDifference.Setting(topic.name(), key, is, value));
                }
            });
        }
        return differences;
    }

    /** Lists such as {@code compact,delete} come back in an order of the broker's own. */
    private static boolean sameValue(String wanted, @Nullable String is) {
        return is != null && Set.of(wanted.split(",")).equals(Set.of(is.split(",")));
    }
}

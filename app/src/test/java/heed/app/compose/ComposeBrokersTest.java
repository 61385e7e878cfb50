package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the brokers' environment as their image does: KAFKA_LOG_DIRS is log.dirs. */
class ComposeBrokersTest {

    /** Variables that the image takes for itself. */
    private static final Set<String> OF_THE_IMAGE = Set.of("KAFKA_HEAP_OPTS");

    private List<ComposeFile.Service> brokers;

    @BeforeEach
    void read() throws IOException {
        brokers = ComposeFile.read().brokers();
    }

    @Test
    void everySettingIsOneThatKafkaKnows() {
        // When
        Set<String> known = KafkaConfig.configDef().names();

        // Then
        assertThat(brokers).hasSize(3).allSatisfy(broker -> assertThat(properties(broker))
                .isNotEmpty()
                .allSatisfy((key, value) -> assertThat(known).contains(key)));
    }

    @Test
    void kafkaAcceptsEachBrokersSettings() {
        // When
        List<KafkaConfig> configs = brokers.stream()
                .map(broker -> new KafkaConfig(properties(broker)))
                .toList();

        // Then
        assertThat(configs).extracting(config -> config.getInt("node.id")).containsExactly(1, 2, 3);
        assertThat(configs).allSatisfy(config -> {
            assertThat(config.originals()).containsEntry("default.replication.factor", "3");
            assertThat(config.getInt("min.insync.replicas")).isEqualTo(2);
            assertThat(config.getShort("transaction.state.log.replication.factor"))
                    .isEqualTo((short) 3);
            assertThat(config.getInt("transaction.state.log.min.isr")).isEqualTo(2);
            assertThat(config.getBoolean("auto.create.topics.enable")).isFalse();
        });
    }

    @Test
    void brokersDifferOnlyInNodeAndAddress() {
        // When
        Map<String, String> first = properties(brokers.get(0));

        // Then
        assertThat(brokers).allSatisfy(broker -> {
            Map<String, String> others = properties(broker);
            others.keySet().removeAll(Set.of("node.id", "advertised.listeners"));
            assertThat(first).containsAllEntriesOf(others);
        });
    }

    @Test
    void brokersAreOneClusterThatFindsItselfByNameAndKeepsItsDataOnVolumes() {
        // When // Then
        assertThat(brokers).allSatisfy(broker -> {
            Map<String, String> properties = properties(broker);
            String published = broker.list("ports").get(0).split(":", -1)[1];
            assertThat(Uuid.fromString(broker.environment().get("CLUSTER_ID"))).isNotEqualTo(Uuid.ZERO_UUID);
            assertThat(properties.get("controller.quorum.voters"))
                    .contains(properties.get("node.id") + "@" + broker.name() + ":9093");
            assertThat(properties.get("advertised.listeners"))
                    .isEqualTo("INTERNAL://" + broker.name() + ":19092,HOST://127.0.0.1:" + published);
            assertThat(broker.list("volumes")).containsExactly(broker.name() + ":" + properties.get("log.dirs"));
        });
    }

    private static Map<String, String> properties(ComposeFile.Service broker) {
        Map<String, String> properties = new TreeMap<>();
        broker.environment().forEach((variable, value) -> {
            if (variable.startsWith("KAFKA_") && !OF_THE_IMAGE.contains(variable)) {
                properties.put(
                        variable.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return properties;
    }
}

package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposeBrokersTest {

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
        assertThat(brokers).hasSize(3).allSatisfy(broker -> assertThat(broker.kafka())
                .isNotEmpty()
                .allSatisfy((key, value) -> assertThat(known).contains(key)));
    }

    @Test
    void kafkaAcceptsEachBrokersSettings() {
        // When
        List<KafkaConfig> configs =
                brokers.stream().map(broker -> new KafkaConfig(broker.kafka())).toList();

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
        Map<String, String> first = brokers.get(0).kafka();

        // Then
        assertThat(brokers).allSatisfy(broker -> {
            Map<String, String> others = broker.kafka();
            others.keySet().removeAll(Set.of("node.id", "advertised.listeners"));
            assertThat(first).containsAllEntriesOf(others);
        });
    }

    @Test
    void brokersAreOneClusterThatFindsItselfByNameAndKeepsItsDataOnVolumes() {
        // When // Then
        assertThat(brokers).allSatisfy(broker -> {
            Map<String, String> properties = broker.kafka();
            String published = broker.list("ports").get(0).split(":", -1)[1];
            assertThat(Uuid.fromString(broker.environment().get("CLUSTER_ID"))).isNotEqualTo(Uuid.ZERO_UUID);
            assertThat(properties.get("controller.quorum.voters"))
                    .contains(properties.get("node.id") + "@" + broker.name() + ":9093");
            assertThat(properties.get("advertised.listeners"))
                    .isEqualTo("INTERNAL://" + broker.name() + ":19092,HOST://127.0.0.1:" + published);
            assertThat(broker.list("volumes")).containsExactly(broker.name() + ":" + properties.get("log.dirs"));
        });
    }
}

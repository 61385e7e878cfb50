package heed.app.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    private static final String NAME = "main.consumer.group.instance.id";

    /** A known member gets its old assignment back, in which a new store's changelog was never made. */
    @Test
    void aMemberKeepsItsNameOverRestartsAndHasAnotherForAnotherTopology() {
        // Given
        Properties settings = new Properties();
        settings.put(NAME, "heed-1");

        // When
        String first = name(settings, "feedback");
        String restarted = name(settings, "feedback");
        String upgraded = name(settings, "pulse");

        // Then
        assertThat(first).startsWith("heed-1-").isEqualTo(restarted).isNotEqualTo(upgraded);
        assertThat(settings).containsEntry(NAME, "heed-1");
    }

    private static String name(Properties settings, String topic) {
        Topology topology = new Topology();
        topology.addSource(topic + "-source", topic);
        return StreamsSettings.of(settings, topology).getProperty(NAME);
    }
}

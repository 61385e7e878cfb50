package heed.topology.tally;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import heed.topology.admit.AdmitRules;
import heed.topology.admit.AdmitStep;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Response;
import heed.topology.step.Assembly;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts a step that loses records in the place of the ledger. */
class LostRecordTest {

    private static final AdmitRules RULES =
            new AdmitRules(Duration.ofDays(45), Duration.ofSeconds(1), PlaceLimits.NONE);

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final PipelineTallies tallies = new PipelineTallies();

    @Test
    void showsAsMoreRecordsInThanAreAccountedFor(@TempDir Path directory) {
        // Given
        byte[] response = new AvroSerdes(registry)
                .of(Topics.FEEDBACK)
                .serializer()
                .serialize(Topics.FEEDBACK.name(), aResponse("r1").rated("good").build());
        try (TopologyTestDriver driver = new TopologyTestDriver(lossy(), properties(directory))) {
            var feedback = driver.createInputTopic(
                    Topics.FEEDBACK.name(), new ByteArraySerializer(), new ByteArraySerializer());

            // When
            feedback.pipeInput(new TestRecord<>("H1".getBytes(StandardCharsets.UTF_8), response, NOON));
            feedback.pipeInput(new TestRecord<>("H1".getBytes(StandardCharsets.UTF_8), new byte[] {1}, NOON));

            // Then
            PartitionTally tally = tallies.byPartition().get(0);
            assertThat(tally.in()).isEqualTo(2);
            assertThat(tally.accountedFor()).isEqualTo(1);
        }
    }

    private Topology lossy() {
        HospitalDirectory directory = HospitalDirectory.empty();
        Questionnaires questionnaires = Questionnaires.shipped();
        MeasureCatalogue catalogue = new MeasureCatalogue(questionnaires);
        Assembly assembly = new Assembly(new AvroSerdes(registry));
        AdmitStep admit = assembly.add(
                new AdmitStep(RULES, registry, directory, questionnaires, catalogue, PartitionTally.store(), tallies),
                assembly.read("source", Topics.FEEDBACK));
        assembly.add(new Losing(), admit.admitted());
        return assembly.topology();
    }

    private static final class Losing implements Step<Response> {

        @Override
        public String name() {
            return "lost";
        }

        @Override
        public List<Outlet<?, ?>> outlets() {
            return List.of();
        }

        @Override
        public Processor<byte[], Response, Object, Object> get() {
            return new Processor<>() {
                @Override
                public void process(Record<byte[], Response> record) {
                    // Nothing becomes of it.
                }
            };
        }
    }

    private static Properties properties(Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "lost");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return properties;
    }
}

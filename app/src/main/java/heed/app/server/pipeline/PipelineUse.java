package heed.app.server.pipeline;

import heed.app.settings.Installation;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.topology.tally.PipelineTallies;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What the topology uses in Kafka.
 *
 * @param reads topics that it reads
 * @param writes topics that it writes
 * @param changelogs topics of its own that Kafka Streams makes
 */
public record PipelineUse(Set<String> reads, Set<String> writes, Set<String> changelogs) {

    /** Returns what the topology of an installation uses. */
    public static PipelineUse of(Installation installation) {
        SchemaRegistry registry = new MemorySchemaRegistry();
        TopologyDescription topology = RunningPipeline.topology(
                        installation, registry, new AvroSerdes(registry), new PipelineTallies(), Runnable::run)
                .describe();
        String application = installation.settings().pipeline().applicationId();
        var use = new PipelineUse(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        topology.subtopologies().stream()
                .flatMap(subtopology -> subtopology.nodes().stream())
                .forEach(node -> use.add(node, application));
        return use;
    }

    /** Returns how everything begins that Kafka Streams names by itself. */
    public static String internal(String application) {
        return application + "-";
    }

    private void add(TopologyDescription.Node node, String application) {
        if (node instanceof TopologyDescription.Source source) {
            reads.addAll(source.topicSet());
        } else if (node instanceof TopologyDescription.Sink sink) {
            writes.add(sink.topic());
        } else if (node instanceof TopologyDescription.Processor processor) {
            processor.stores().forEach(store -> changelogs.add(internal(application) + store + "-changelog"));
        }
    }
}

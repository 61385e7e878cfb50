package heed.topology.admit;

import heed.schemas.registry.SchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import heed.topology.reject.Rejections;
import heed.topology.response.Response;
import heed.topology.step.Port;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Admits well-formed, timely responses and sends everything else, as received, to the rejected topic. */
final class AdmitProcessor implements Processor<byte[], byte[], Object, Object> {

    private final WriterSchemas schemas;
    private final ResponseReader reader;
    private final WriteBehindStoreBuilder<KnownPlaces> placeStore;
    private final WriteBehindStoreBuilder<PartitionTally> tallyStore;
    private final PipelineTallies tallies;
    private final Port<Response> admitted;
    private final FlatDecoder decoder = new FlatDecoder();
    private final FlatFeedback flat = new FlatFeedback();
    private final Response response = new Response();
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;
    private PartitionTally tally;
    private KnownPlaces places;
    private CommitPace pace;

    AdmitProcessor(
            AdmitRules rules,
            SchemaRegistry registry,
            ResponseReader reader,
            WriteBehindStoreBuilder<KnownPlaces> placeStore,
            WriteBehindStoreBuilder<PartitionTally> tallyStore,
            PipelineTallies tallies,
            Port<Response> admitted) {
        this.schemas = new WriterSchemas(registry, new RegistryWait(rules.registryPatience(), AdmitProcessor::pause));
        this.reader = reader;
        this.placeStore = placeStore;
        this.tallyStore = tallyStore;
        this.tallies = tallies;
        this.admitted = admitted;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        rejections = new Rejections("admit", context);
        pace = new CommitPace(context);
        places = placeStore.in(context).state();
        tally = tallyStore.in(context).state();
        tallies.opened(context.taskId().partition(), tally);
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        tally.read();
        pace.received(received.timestamp());
        try {
            reader.checkKey(received.key());
            if (received.value() == null) {
                throw new RejectedRecordException(RejectionReason.NULL_VALUE);
            }
            schemas.decode(received.value(), decoder, flat);
            reader.read(flat, received, places, response);
        } catch (RejectedRecordException refused) {
            tally.reject(refused.reason());
            rejections.reject(received, refused.reason(), refused.detail());
            return;
        }
        admitted.pass(context, received.withValue(response));
    }

    @Override
    public void close() {
        if (tally != null) {
            tallies.closed(context.taskId().partition(), tally);
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the schema registry", e);
        }
    }
}

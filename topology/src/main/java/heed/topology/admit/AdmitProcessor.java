package heed.topology.admit;

import heed.schemas.registry.SchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import heed.topology.reject.Rejections;
import heed.topology.response.Response;
import heed.topology.store.WriteBehindStore;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Admits well-formed, timely responses to the ledger and sends everything else, as received, to the rejected topic. */
public final class AdmitProcessor implements Processor<byte[], byte[], byte[], Object> {

    private final Names names;
    private final WriterSchemas schemas;
    private final ResponseReader reader;
    private final PipelineTallies tallies;
    private final FlatDecoder decoder = new FlatDecoder();
    private final FlatFeedback flat = new FlatFeedback();
    private final Response response = new Response();
    private ProcessorContext<byte[], Object> context;
    private Rejections rejections;
    private PartitionTally tally;

    /**
     * Names what the step is wired to.
     *
     * @param tallyStore store of the partition's tally
     * @param admitted node that responses go to
     * @param rejected node that refused records go to
     */
    public record Names(String tallyStore, String admitted, String rejected) {}

    /** Wires the step; everything given may be shared by tasks. */
    public AdmitProcessor(
            Names names, AdmitRules rules, SchemaRegistry registry, ResponseReader reader, PipelineTallies tallies) {
        this.names = names;
        this.schemas = new WriterSchemas(registry, new Patience(rules.registryPatience(), AdmitProcessor::pause));
        this.reader = reader;
        this.tallies = tallies;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        rejections = new Rejections("admit", context);
        WriteBehindStore<PartitionTally> store = context.getStateStore(names.tallyStore());
        tally = store.state();
        tallies.opened(context.taskId().partition(), tally);
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        tally.read();
        try {
            reader.checkKey(received.key());
            if (received.value() == null) {
                throw new RejectedRecordException(RejectionReason.NULL_VALUE);
            }
            schemas.decode(received.value(), decoder, flat);
            reader.read(flat, received, response);
        } catch (RejectedRecordException refused) {
            tally.reject(refused.reason());
            context.forward(rejections.of(received, refused.reason(), refused.getMessage()), names.rejected());
            return;
        }
        context.forward(received.withValue(response), names.admitted());
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

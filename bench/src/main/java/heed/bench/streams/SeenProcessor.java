package heed.bench.streams;

import heed.schemas.Feedback;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the newest revision of every response in a store, a row each, and passes on what is new. */
final class SeenProcessor implements FixedKeyProcessor<String, Feedback, Replaced> {

    private final String storeName;
    private FixedKeyProcessorContext<String, Replaced> context;
    private KeyValueStore<String, Feedback> seen;

    // Set by init, before anything is processed.
    @SuppressWarnings("NullAway.Init")
    SeenProcessor(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Replaced> processorContext) {
        context = processorContext;
        seen = context.getStateStore(storeName);
    }

    @Override
    public void process(FixedKeyRecord<String, Feedback> record) {
        Feedback response = record.value();
        Feedback known = seen.get(response.getFeedbackId());
        boolean old = known != null
                && (known.getWithdrawn()
                        || (!response.getWithdrawn() && response.getRevision() <= known.getRevision()));
        if (!old) {
            seen.put(response.getFeedbackId(), response);
            context.forward(record.withValue(
                    new Replaced(known, response.getWithdrawn() ? null : response, record.timestamp())));
        }
    }
}

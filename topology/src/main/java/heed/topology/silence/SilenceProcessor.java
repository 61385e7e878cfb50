package heed.topology.silence;

import heed.schemas.Pulse;
import heed.schemas.Silence;
import heed.schemas.key.SilenceKey;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.sentence.SilenceSentences;
import heed.topology.reject.ForeignRecords;
import heed.topology.response.Change;
import heed.topology.response.Places;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hears the responses that the ledger counts and the pulses of its partition, and says each silence, and each end of one, at once.
 *
 * <p>Kafka Streams takes the older record of the two topics first, also after a restart with much to catch up on. So a response
 * that arrived before a pulse is heard before it, and a pipeline that stood still finds no silence when it goes on.
 */
public final class SilenceProcessor implements Processor<byte[], Object, Object, Object> {

    private static final long LEAST_EVERY_MS = 1_000;
    private static final long MOST_EVERY_MS = 30 * 60_000L;

    private final Names names;
    private final SilenceRules rules;
    private final Deserializer<Pulse> values;
    private final SilenceRecords records;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<Pulse> pulses;
    private SilenceWatch watch;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the rhythms
     * @param silences node that silences go to
     * @param rejected node that records go to that are no pulses
     */
    public record Names(String store, String silences, String rejected) {}

    /** Wires the step to its store; {@code sentences} says each silence in words. */
    public SilenceProcessor(Names names, SilenceRules rules, Deserializer<Pulse> values, SilenceSentences sentences) {
        this.names = names;
        this.rules = rules;
        this.values = values;
        this.records = new SilenceRecords(sentences, rules);
    }

    /** Returns the builder of the step's store; {@code places} makes those of one task. */
    public static WriteBehindStoreBuilder<?> store(String name, Supplier<Places> places) {
        return new WriteBehindStoreBuilder<>(name, () -> new Rhythms(places.get()));
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        pulses = new ForeignRecords<>("silence", "not a pulse", values, context, names.rejected());
        WriteBehindStore<Rhythms> store = context.getStateStore(names.store());
        watch = new SilenceWatch(store.state(), rules, records, this::say);
    }

    @Override
    public void process(Record<byte[], Object> record) {
        if (record.value() instanceof Change change) {
            watch.hear(change.in().place(), change.asOf());
        } else {
            pulse(record.withValue((byte[]) record.value()));
        }
    }

    private void pulse(Record<byte[], byte[]> record) {
        Optional<Pulse> pulse = pulses.read(record);
        if (pulse.isEmpty()) {
            return;
        }
        long everyMs = pulse.get().getEveryMs();
        if (everyMs < LEAST_EVERY_MS || everyMs > MOST_EVERY_MS) {
            pulses.reject(record, RejectionReason.BAD_PULSE);
        } else {
            watch.pulse(record.timestamp(), everyMs);
        }
    }

    private void say(Silence silence) {
        context.forward(
                new Record<>(SilenceKey.of(silence), silence, silence.getAsOf().toEpochMilli()), names.silences());
    }
}

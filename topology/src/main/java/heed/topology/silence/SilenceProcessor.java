package heed.topology.silence;

import heed.schemas.Pulse;
import heed.schemas.RejectionReason;
import heed.schemas.Silence;
import heed.schemas.SilenceKey;
import heed.schemas.Topics;
import heed.schemas.sentence.SilenceSentences;
import heed.schemas.serde.UnreadableRecordException;
import heed.topology.reject.Rejections;
import heed.topology.response.Change;
import heed.topology.response.Places;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the responses that the ledger counts and the pulses of its partition, and says each silence, and each end of one, at once.
 *
 * <p>Kafka Streams takes the older record of the two topics first, also after a restart with much to catch up on. So a response
 * that arrived before a pulse is heard before it, and a pipeline that stood still finds no silence when it goes on.
 */
public final class SilenceProcessor implements Processor<byte[], Object, Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceProcessor.class);
    private static final long LEAST_EVERY_MS = 1_000;
    private static final long MOST_EVERY_MS = 30 * 60_000L;

    private final Names names;
    private final SilenceRules rules;
    private final Deserializer<Pulse> pulses;
    private final SilenceRecords records;
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;
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
    public SilenceProcessor(Names names, SilenceRules rules, Deserializer<Pulse> pulses, SilenceSentences sentences) {
        this.names = names;
        this.rules = rules;
        this.pulses = pulses;
        this.records = new SilenceRecords(sentences, rules);
    }

    /** Returns the builder of the step's store; {@code places} makes those of one task. */
    public static WriteBehindStoreBuilder<?> store(String name, Supplier<Places> places) {
        return new WriteBehindStoreBuilder<>(name, () -> new Rhythms(places.get()));
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        rejections = new Rejections("silence", context);
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
        Pulse pulse;
        try {
            pulse = pulses.deserialize(Topics.PULSE.name(), record.value());
        } catch (SerializationException e) {
            reject(
                    record,
                    e instanceof UnreadableRecordException unreadable
                            ? unreadable.reason()
                            : RejectionReason.MALFORMED_AVRO);
            return;
        }
        if (pulse == null) {
            reject(record, RejectionReason.NULL_VALUE);
        } else if (pulse.getEveryMs() < LEAST_EVERY_MS || pulse.getEveryMs() > MOST_EVERY_MS) {
            reject(record, RejectionReason.BAD_PULSE);
        } else {
            watch.pulse(record.timestamp(), pulse.getEveryMs());
        }
    }

    /** Only a foreign writer can have put such a record on the topic of pulses; it must not stop the pipeline. */
    private void reject(Record<byte[], byte[]> record, RejectionReason reason) {
        LOG.warn("A record of the topic of pulses was refused reason={}", reason);
        context.forward(rejections.of(record, reason, "not a pulse"), names.rejected());
    }

    private void say(Silence silence) {
        context.forward(
                new Record<>(SilenceKey.of(silence), silence, silence.getAsOf().toEpochMilli()), names.silences());
    }
}

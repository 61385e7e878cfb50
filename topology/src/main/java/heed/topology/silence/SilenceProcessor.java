package heed.topology.silence;

import heed.schemas.Pulse;
import heed.schemas.Silence;
import heed.schemas.key.PlaceKey;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import heed.topology.reject.ForeignRecords;
import heed.topology.reject.Rejections;
import heed.topology.response.Change;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hears the responses that are seen for the first time, by themselves and not from a file, and the pulses of its
 * partition, and says each silence, and each end of one, at once.
 *
 * <p>Kafka Streams takes the older record of the two topics first, also after a restart with much to catch up on. So a
 * response that arrived before a pulse is heard before it, and a pipeline that stood still finds no silence when it
 * goes on.
 *
 * <p>It takes objects because a node has one type for all that comes in: here what the ledger says, and records of a
 * topic as received.
 */
final class SilenceProcessor implements Processor<byte[], Object, Object, Object> {

    private static final long LEAST_EVERY_MS = 1_000;
    private static final long MOST_EVERY_MS = 30 * 60_000L;

    private final SilenceRules rules;
    private final Deserializer<Pulse> values;
    private final SilenceRecords records;
    private final WriteBehindStoreBuilder<Rhythms> rhythmStore;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<Pulse> pulses;
    private SilenceWatch watch;

    SilenceProcessor(
            SilenceRules rules,
            Deserializer<Pulse> values,
            SilenceRecords records,
            WriteBehindStoreBuilder<Rhythms> rhythmStore) {
        this.rules = rules;
        this.values = values;
        this.records = records;
        this.rhythmStore = rhythmStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        pulses = new ForeignRecords<>(Topics.PULSE.name(), values, new Rejections("silence", context), "not a pulse");
        watch = new SilenceWatch(rhythmStore.in(context).state(), rules, records, this::say);
    }

    @Override
    public void process(Record<byte[], Object> record) {
        if (!(record.value() instanceof Change change)) {
            pulse(record.withValue((byte[]) record.value()));
        } else if (change.isFirstSight()
                && change.isDated()
                && !change.response().isBackfilled()) {
            watch.hear(Objects.requireNonNull(change.in()).place(), change.asOfMs());
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
        SilenceStep.SILENCES.say(
                context, PlaceKey.of(silence).text(), silence, silence.getAsOf().toEpochMilli());
    }
}

package heed.topology.watch;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.rejected.RejectionReason;
import heed.topology.reject.ForeignRecords;
import heed.topology.store.WriteBehindStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets acts that change what is usual wait at their keys until their time; all other acts are for people alone.
 *
 * <p>Shares the store of the watch, which applies them: both run in the task of the hospital's partition.
 */
public final class ActProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Names names;
    private final Deserializer<Action> actions;
    private ForeignRecords<Action> records;
    private WatchedMeasures keys;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the watched keys
     * @param rejected node that records go to that are no acts
     */
    public record Names(String store, String rejected) {}

    /** Wires the step to the store of the watch. */
    public ActProcessor(Names names, Deserializer<Action> actions) {
        this.names = names;
        this.actions = actions;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        records = new ForeignRecords<>("act", "not an act that can be done here", actions, context, names.rejected());
        WriteBehindStore<WatchedMeasures> store = context.getStateStore(names.store());
        keys = store.state();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Optional<Action> read = records.read(record);
        if (read.isEmpty() || read.get().getKind() != ActionKind.REBASELINED) {
            return;
        }
        Action action = read.get();
        Optional<WatchedMeasure> key = isOfItsKey(record, action)
                ? keys.find(action.getHospital(), action.getUnit(), action.getMeasure())
                : Optional.empty();
        if (key.isEmpty() || action.getActionId().isEmpty()) {
            records.reject(record, RejectionReason.BAD_ACTION);
        } else {
            keys.await(key.get(), new Act(action.getActionId(), action.getDropId(), record.timestamp()));
        }
    }

    private static boolean isOfItsKey(Record<byte[], byte[]> record, Action action) {
        return Arrays.equals(record.key(), action.getHospital().getBytes(StandardCharsets.UTF_8));
    }
}

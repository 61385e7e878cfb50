package heed.topology.watch;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import heed.topology.reject.ForeignRecords;
import heed.topology.reject.Rejections;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets acts that change what is usual wait at their measures until their time; all other acts are for people alone. */
final class ActProcessor implements Processor<byte[], byte[], Object, Object> {

    private final Deserializer<Action> actions;
    private final WriteBehindStoreBuilder<WatchedMeasures> measureStore;
    private ForeignRecords<Action> records;
    private WriteBehindStore<WatchedMeasures> store;
    private WatchedMeasures measures;

    ActProcessor(Deserializer<Action> actions, WriteBehindStoreBuilder<WatchedMeasures> measureStore) {
        this.actions = actions;
        this.measureStore = measureStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        records = new ForeignRecords<>(
                Topics.ACTIONS.name(), actions, new Rejections("act", context), "not an act that can be done here");
        store = measureStore.in(context);
        measures = store.state();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Optional<Action> read = records.read(record);
        if (read.isEmpty() || read.get().getKind() != ActionKind.REBASELINED) {
            return;
        }
        Action action = read.get();
        // Answers that came before the act may wait for the commit to be judged.
        store.emitNow();
        Optional<WatchedMeasure> about = isOfItsHospital(record, action)
                ? measures.find(action.getHospital(), action.getUnit(), action.getMeasure())
                : Optional.empty();
        if (about.isEmpty() || action.getActionId().isEmpty()) {
            records.reject(record, RejectionReason.BAD_ACTION);
        } else {
            measures.await(about.get(), new Act(action.getActionId(), action.getDropId(), record.timestamp()));
        }
    }

    private static boolean isOfItsHospital(Record<byte[], byte[]> record, Action action) {
        return Arrays.equals(record.key(), action.getHospital().getBytes(StandardCharsets.UTF_8));
    }
}

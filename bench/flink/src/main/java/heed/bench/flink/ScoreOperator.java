package heed.bench.flink;

import heed.bench.flat.FlatResponse;
import heed.bench.flat.PlaceTable;
import heed.bench.flat.ScoreBytes;
import heed.bench.flat.WindowTable;
import heed.schemas.hospital.HospitalDirectory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes each response into the panes of its hospital, unless it was taken in before, and says each changed score once,
 * before the barrier of every checkpoint: what it says and what it keeps are of one checkpoint.
 */
final class ScoreOperator extends AbstractStreamOperator<Said>
        implements OneInputStreamOperator<Arrived, Said>, Triggerable<String, PaneName> {

    private static final long serialVersionUID = 1;

    private final FlinkRules rules;
    private transient FlatResponse in;
    private transient PlaceTable places;
    private transient WindowTable windows;
    private transient ScoreBytes scores;
    private transient FlinkPane pane;
    private transient FlinkMoves moves;
    private transient InternalValueState<String, ResponseId, Entered> ledger;
    private transient InternalValueState<String, PaneName, long[]> panes;
    private transient InternalTimerService<PaneName> closing;
    /** Measures that changed since the last checkpoint, as bits, by hospital and pane. */
    private transient Map<String, Map<PaneName, Long>> changed;

    // Flink has initializeState called before anything is processed.
    @SuppressWarnings("NullAway.Init")
    ScoreOperator(FlinkRules rules) {
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        byte[][] measures = rules.measures().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        in = new FlatResponse(rules.worths());
        places = new PlaceTable(measures, rules.header());
        windows = new WindowTable(HospitalDirectory.DEFAULT_ZONE);
        scores = new ScoreBytes(rules.minimums(), places, windows);
        pane = new FlinkPane(measures.length);
        changed = new HashMap<>();
        var types = getExecutionConfig().getSerializerConfig();
        TypeSerializer<ResponseId> ids = ResponseId.TYPE.createSerializer(types);
        TypeSerializer<PaneName> names = PaneName.TYPE.createSerializer(types);
        ledger = state(ids, "ledger", Entered.TYPE.createSerializer(types));
        panes = state(names, "panes", LongPrimitiveArraySerializer.INSTANCE);
        closing = getInternalTimerService("closing", names, this);
        moves = new FlinkMoves(rules, windows, panes, this::opened, this::changed);
    }

    /** Makes a state with a value for each name: one map a hospital would be copied whole by each checkpoint. */
    @SuppressWarnings("unchecked")
    private <N, V> InternalValueState<String, N, V> state(
            TypeSerializer<N> names, String state, TypeSerializer<V> values) throws Exception {
        return (InternalValueState<String, N, V>)
                getOrCreateKeyedState(names, new ValueStateDescriptor<>(state, values));
    }

    @Override
    public void processElement(StreamRecord<Arrived> element) throws Exception {
        Arrived arrived = element.getValue();
        in.read(arrived.value());
        ResponseId id = new ResponseId(in.idHigh(), in.idLow());
        ledger.setCurrentNamespace(id);
        Entered standing = ledger.value();
        if (standing != null && (standing.withdrawn() || (!in.withdrawn() && in.revision() <= standing.revision()))) {
            return;
        }
        Entered entered = Entered.of(in);
        ledger.update(entered);
        moves.move(standing, entered.withdrawn() ? null : entered, arrived.arrivedMs());
    }

    /** Has a new pane closed when its lateness is over. */
    private void opened(PaneName name) {
        closing.registerEventTimeTimer(name, closesAtMs(window(name)));
    }

    private void changed(PaneName name, long measures) {
        changed.computeIfAbsent((String) getCurrentKey(), hospital -> new HashMap<>())
                .merge(name, measures, (before, more) -> before | more);
    }

    @Override
    public void onEventTime(InternalTimer<String, PaneName> timer) throws Exception {
        pane.of(numbers(timer.getNamespace()));
        changed(timer.getNamespace(), pane.touched());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, PaneName> timer) {
        throw new IllegalStateException("no pane waits for the clock");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        for (Map.Entry<String, Map<PaneName, Long>> hospital : changed.entrySet()) {
            setCurrentKey(hospital.getKey());
            for (Map.Entry<PaneName, Long> each : hospital.getValue().entrySet()) {
                say(hospital.getKey(), each.getKey(), each.getValue());
            }
        }
        changed.clear();
    }

    private void say(String hospital, PaneName name, long measures) throws Exception {
        int window = window(name);
        pane.of(
                numbers(name),
                places.of(hospital, name.unit()),
                window,
                closesAtMs(window),
                closing.currentWatermark());
        for (long left = measures; left != 0; left &= left - 1) {
            int slot = Long.numberOfTrailingZeros(left);
            output.collect(
                    new StreamRecord<>(new Said(scores.key(pane, slot), scores.value(pane, slot), pane.asOfMs(slot))));
        }
    }

    private long[] numbers(PaneName name) throws Exception {
        panes.setCurrentNamespace(name);
        return panes.value();
    }

    private int window(PaneName name) {
        return windows.of(name.kind(), name.startMs());
    }

    /** A watermark says that nothing more comes of its millisecond, so it is one less than the newest arrival. */
    private long closesAtMs(int window) {
        return windows.get(window).endMs() + rules.latenessMs() - 1;
    }
}

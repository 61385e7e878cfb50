package heed.topology.movement;

import heed.schemas.ChannelDay;
import heed.schemas.Movement;
import heed.schemas.figures.CommonLevel;
import heed.schemas.key.WeekKey;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import heed.topology.reject.ForeignRecords;
import heed.topology.reject.Rejections;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes hospitals' days in, and says once a commit how all hospitals moved in each week that this changes. */
final class MovementProcessor implements Processor<byte[], byte[], Object, Object> {

    /** Normal quantile of a 95% interval. */
    private static final double Z = 1.959963984540054;

    private final int minimum;
    private final Deserializer<ChannelDay> values;
    private final WriteBehindStoreBuilder<MovementState> dayStore;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<ChannelDay> days;
    private MovementState state;

    MovementProcessor(int minimum, Deserializer<ChannelDay> values, WriteBehindStoreBuilder<MovementState> dayStore) {
        this.minimum = minimum;
        this.values = values;
        this.dayStore = dayStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        days = new ForeignRecords<>(
                Topics.DAYS.name(),
                values,
                new Rejections("movement", context, MovementStep.REJECTED),
                "not a row of the topic of days");
        WriteBehindStore<MovementState> store = dayStore.in(context);
        state = store.state();
        state.restored();
        store.emitAtCommit(context, () -> state.forEachMoved(this::say));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        days.read(record).ifPresent(day -> take(record, day));
    }

    private void take(Record<byte[], byte[]> record, ChannelDay day) {
        if (PossibleDay.isPossible(day) && ForeignRecords.isOfItsTime(record, day.getAsOf())) {
            state.put(day);
        } else {
            days.reject(record, RejectionReason.BAD_ROW);
        }
    }

    private void say(String measure, long monday, @Nullable Level level, long asOfMs) {
        LocalDate date = LocalDate.ofEpochDay(monday);
        WeekKey key = WeekKey.at(measure, date);
        MovementStep.MOVEMENTS.say(context, key.text(), level == null ? null : record(key, monday, level), asOfMs);
    }

    private Movement record(WeekKey key, long monday, Level level) {
        double reach = CommonLevel.quantile(Z, level.hospitals()) * level.movedError();
        boolean first = level.weeksBefore() == 0;
        return Movement.newBuilder()
                .setMeasure(key.measure())
                .setWeek(key.week())
                .setMonday((int) monday)
                .setLevel(level.level())
                .setError(level.error())
                .setMovement(first ? null : level.moved())
                .setLow(first ? null : level.moved() - reach)
                .setHigh(first ? null : level.moved() + reach)
                .setWeeksBefore(level.weeksBefore())
                .setHospitals(level.hospitals())
                .setMinimum(minimum)
                .setAsOf(Instant.ofEpochMilli(level.asOfMs()))
                .build();
    }
}

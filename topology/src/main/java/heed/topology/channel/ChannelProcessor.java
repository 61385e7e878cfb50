package heed.topology.channel;

import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.key.ChannelKey;
import heed.topology.response.Change;
import heed.topology.step.Outlet;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds each change to the day's channels, and says every day that changed once a commit. */
final class ChannelProcessor implements Processor<byte[], Change, Object, Object> {

    private final Minimums minimums;
    private final WriteBehindStoreBuilder<ChannelState> dayStore;
    private final Outlet<String, ChannelDay> together;
    private ProcessorContext<Object, Object> context;
    private ChannelState days;

    ChannelProcessor(
            Minimums minimums, WriteBehindStoreBuilder<ChannelState> dayStore, Outlet<String, ChannelDay> together) {
        this.minimums = minimums;
        this.dayStore = dayStore;
        this.together = together;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        WriteBehindStore<ChannelState> store = dayStore.in(context);
        days = store.state();
        store.emitAtCommit(context, () -> days.forEachChanged(this::say));
    }

    @Override
    public void process(Record<byte[], Change> record) {
        days.apply(record.value());
    }

    private void say(DayRow row) {
        List<ChannelTally> tallies = new ArrayList<>();
        row.forEach((channel, measure, n, sum, squares) ->
                tallies.add(new ChannelTally(channel, measure.name(), n, sum, squares)));
        ChannelDay day = ChannelDay.newBuilder()
                .setHospital(row.place.hospital())
                .setQuestionnaire(row.group.name())
                .setStart(Instant.ofEpochMilli(row.day.startMs()))
                .setEnd(Instant.ofEpochMilli(row.day.endMs()))
                .setLabel(row.place.calendar().label(Window.DAY, row.day.startMs()))
                .setTallies(tallies)
                .setMinimum(minimums.internal())
                .setAsOf(Instant.ofEpochMilli(row.asOfMs))
                .build();
        String key = ChannelKey.of(day).text();
        ChannelStep.CHANNELS.say(context, key, day, row.asOfMs);
        together.say(context, key, day, row.asOfMs);
    }
}

package heed.topology.channel;

import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Window;
import heed.schemas.key.ChannelKey;
import heed.topology.ledger.LedgerProcessor;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.score.ScoreRules;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds each change to the day's channels, and says every day that changed once a commit.
 *
 * <p>A pipeline whose ledger is older than this step counts what the ledger holds first: a correction takes out only what was
 * put in.
 */
public final class ChannelProcessor implements Processor<byte[], Change, String, ChannelDay> {

    private final Names names;
    private final ScoreRules rules;
    private final Places places;
    private ProcessorContext<String, ChannelDay> context;
    private ChannelState days;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the days
     * @param ledgers store of the ledgers, only read
     * @param channels node that the days go to
     */
    public record Names(String store, String ledgers, String channels) {}

    /** Wires the step; {@code places} are those of one task. */
    public ChannelProcessor(Names names, ScoreRules rules, Places places) {
        this.names = names;
        this.rules = rules;
        this.places = places;
    }

    /** Returns the builder of the step's store; {@code places} makes those of one task. */
    public static WriteBehindStoreBuilder<?> store(
            String name, ScoreRules rules, Supplier<Places> places, MeasureCatalogue catalogue) {
        return new WriteBehindStoreBuilder<>(name, () -> new ChannelState(rules.lateness(), places.get(), catalogue));
    }

    @Override
    public void init(ProcessorContext<String, ChannelDay> processorContext) {
        context = processorContext;
        WriteBehindStore<ChannelState> store = context.getStateStore(names.store());
        days = store.state();
        if (days.isNew()) {
            LedgerProcessor.forEachStanding(context.getStateStore(names.ledgers()), places, days::takeIn);
        }
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
        ChannelDay day = new ChannelDay(
                row.place.hospital(),
                row.group.name(),
                Instant.ofEpochMilli(row.day.start()),
                Instant.ofEpochMilli(row.day.end()),
                row.place.calendar().label(Window.DAY, row.day.start()),
                tallies,
                rules.minimums().internal(),
                Instant.ofEpochMilli(row.asOf));
        context.forward(new Record<>(ChannelKey.of(day), day, Math.max(0, row.asOf)), names.channels());
    }
}

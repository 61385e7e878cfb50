package heed.topology.channel;

import heed.schemas.ChannelDay;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.topic.Topics;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.score.ScoreRules;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that counts answers by day and channel. */
public final class ChannelStep implements Step<Change> {

    static final Outlet<String, ChannelDay> CHANNELS = Outlet.to("channels-sink", Topics.CHANNELS);

    private final ScoreRules rules;
    private final Outlet<String, ChannelDay> together;
    private final WriteBehindStoreBuilder<ChannelState> dayStore;

    /**
     * Counts in the zones of {@code directory}; days are kept as long as scores are.
     *
     * @param together takes every day again, to where all hospitals' come together
     */
    public ChannelStep(
            ScoreRules rules,
            HospitalDirectory directory,
            MeasureCatalogue catalogue,
            Outlet<String, ChannelDay> together) {
        this.rules = rules;
        this.together = together;
        this.dayStore = new WriteBehindStoreBuilder<>(
                "channel-days", () -> new ChannelState(rules.lateness(), new Places(directory), catalogue));
    }

    @Override
    public String name() {
        return "channel-days";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(CHANNELS, together);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(dayStore);
    }

    @Override
    public Processor<byte[], Change, Object, Object> get() {
        return new ChannelProcessor(rules.minimums(), dayStore, together);
    }
}

package heed.topology.watch;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.Flag;
import heed.schemas.Rise;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.RiseSentences;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that watches every measure of every place for drops and rises. */
public final class WatchStep implements Step<Change> {

    static final Outlet<String, Baseline> BASELINES = Outlet.to("baselines-sink", Topics.BASELINES);
    static final Outlet<String, Drop> DROPS = Outlet.to("drops-sink", Topics.DROPS);
    static final Outlet<String, Rise> RISES = Outlet.to("rises-sink", Topics.RISES);

    private final WatchTimes times;
    private final DropRecords drops;
    private final RiseRecords rises;
    private final Outlet<String, Flag> flags;
    private final WriteBehindStoreBuilder<WatchedMeasures> measureStore;

    /**
     * Holds measures to {@code rules} by {@code times}; the names of {@code directory} and {@code questionnaires} are
     * for sentences.
     *
     * @param flags takes of whole hospitals when they began to be watched, and their alarms again, to where those of
     *     all come together
     */
    public WatchStep(
            WatchRules rules,
            WatchTimes times,
            HospitalDirectory directory,
            Questionnaires questionnaires,
            MeasureCatalogue catalogue,
            Outlet<String, Flag> flags) {
        this.times = times;
        this.flags = flags;
        this.drops = new DropRecords(new DropSentences(directory, questionnaires));
        this.rises = new RiseRecords(times, new RiseSentences(directory, questionnaires));
        this.measureStore = new WriteBehindStoreBuilder<>(
                "watch-keys", () -> new WatchedMeasures(rules, new Places(directory), catalogue));
    }

    /** Returns the step that takes people's acts about what this one finds, and reads them with {@code serdes}. */
    public Step<byte[]> acts(TopicSerdes serdes) {
        return new ActStep(serdes, measureStore);
    }

    @Override
    public String name() {
        return "watch-measures";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(BASELINES, DROPS, RISES, flags);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(measureStore);
    }

    @Override
    public Processor<byte[], Change, Object, Object> get() {
        return new WatchProcessor(
                times, new FollowedDrops(new DropOpenings(times), drops), drops, rises, flags, measureStore);
    }
}

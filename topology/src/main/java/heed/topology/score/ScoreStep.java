package heed.topology.score;

import heed.schemas.Restatement;
import heed.schemas.Score;
import heed.schemas.hospital.HospitalDirectory;
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

/** The step that adds responses up in calendar windows. */
public final class ScoreStep implements Step<Change> {

    /** The node of the scores, which {@link ScoreProcessor} sends by itself. */
    static final String SCORES_SINK = "scores-sink";

    static final Outlet<byte[], byte[]> SCORES = Outlet.asWritten(SCORES_SINK, Topics.SCORES);
    static final Outlet<String, Restatement> RESTATEMENTS = Outlet.to("restatements-sink", Topics.RESTATEMENTS);

    private final ScoreRules rules;
    private final WriteBehindStoreBuilder<ScoreState> paneStore;
    private final Outlet<String, Score> months;
    private final TopicSerdes serdes;

    /**
     * Adds up in the zones of {@code directory}; scores of whole hospitals in whole months go to {@code months} as
     * well. Scores are written as {@code serdes} write them.
     */
    public ScoreStep(
            ScoreRules rules,
            HospitalDirectory directory,
            MeasureCatalogue catalogue,
            Outlet<String, Score> months,
            TopicSerdes serdes) {
        this.rules = rules;
        this.paneStore = new WriteBehindStoreBuilder<>(
                "score-rows", () -> new ScoreState(rules, new Places(directory), catalogue));
        this.months = months;
        this.serdes = serdes;
    }

    @Override
    public String name() {
        return "score-panes";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(SCORES, RESTATEMENTS, months);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(paneStore);
    }

    @Override
    public Processor<byte[], Change, Object, Object> get() {
        return new ScoreProcessor(rules, serdes.of(Topics.SCORES).serializer(), paneStore, months);
    }
}

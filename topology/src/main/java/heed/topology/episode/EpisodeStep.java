package heed.topology.episode;

import heed.schemas.Episode;
import heed.schemas.sentence.EpisodeSentences;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that finds episodes; it takes hospitals' alarms, as received. */
final class EpisodeStep implements Step<byte[]> {

    static final Outlet<String, Episode> EPISODES = Outlet.to("episodes-sink", Topics.EPISODES);
    static final Outlet<byte[], byte[]> REJECTED = Outlet.asReceived("rejected-flags-sink", Topics.REJECTED);

    private final EpisodeRules rules;
    private final EpisodeSentences sentences;
    private final TopicSerdes serdes;
    private final WriteBehindStoreBuilder<EpisodeState> lineStore;

    EpisodeStep(EpisodeRules rules, EpisodeSentences sentences, TopicSerdes serdes) {
        this.rules = rules;
        this.sentences = sentences;
        this.serdes = serdes;
        this.lineStore = new WriteBehindStoreBuilder<>("episode-lines", () -> new EpisodeState(rules));
    }

    @Override
    public String name() {
        return "episode-alarms";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(EPISODES, REJECTED);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(lineStore);
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        return new EpisodeProcessor(rules, sentences, serdes.of(Topics.FLAGS).deserializer(), lineStore);
    }
}

package heed.topology.silence;

import heed.schemas.Silence;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.sentence.SilenceSentences;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.reject.Rejections;
import heed.topology.response.Places;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that finds hospitals and units that have gone quiet; it takes changes and pulses. */
public final class SilenceStep implements Step<Object> {

    static final Outlet<String, Silence> SILENCES = Outlet.to("silences-sink", Topics.SILENCES);

    private final SilenceRules rules;
    private final HospitalDirectory directory;
    private final TopicSerdes serdes;
    private final WriteBehindStoreBuilder<Rhythms> rhythmStore;

    /**
     * Finds silences by {@code rules}, in the zones and under the names of {@code directory}; reads pulses with
     * {@code serdes}.
     */
    public SilenceStep(SilenceRules rules, HospitalDirectory directory, TopicSerdes serdes) {
        this.rules = rules;
        this.directory = directory;
        this.serdes = serdes;
        this.rhythmStore = new WriteBehindStoreBuilder<>("silence-rhythms", () -> new Rhythms(new Places(directory)));
    }

    @Override
    public String name() {
        return "silence-rhythms";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(SILENCES, Rejections.OUTLET);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(rhythmStore);
    }

    @Override
    public Processor<byte[], Object, Object, Object> get() {
        return new SilenceProcessor(
                rules,
                serdes.of(Topics.PULSE).deserializer(),
                new SilenceRecords(new SilenceSentences(directory), rules),
                rhythmStore);
    }
}

package heed.topology.admit;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import heed.topology.reject.Rejections;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Response;
import heed.topology.step.Outlet;
import heed.topology.step.Port;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that decodes and judges what has been received. */
public final class AdmitStep implements Step<byte[]> {

    private static final String NODE = "admit-feedback";

    private final AdmitRules rules;
    private final SchemaRegistry registry;
    private final CompiledQuestionnaires questionnaires;
    private final WriteBehindStoreBuilder<KnownPlaces> placeStore;
    private final WriteBehindStoreBuilder<PartitionTally> tallyStore;
    private final PipelineTallies tallies;
    private final Port<Response> admitted = new Port<>(NODE);

    /** Judges by {@code rules} and {@code questionnaires}; {@code tallies} show what becomes of the records. */
    public AdmitStep(
            AdmitRules rules,
            SchemaRegistry registry,
            HospitalDirectory directory,
            Questionnaires questionnaires,
            MeasureCatalogue catalogue,
            WriteBehindStoreBuilder<PartitionTally> tallyStore,
            PipelineTallies tallies) {
        this.rules = rules;
        this.registry = registry;
        this.questionnaires = new CompiledQuestionnaires(questionnaires, catalogue);
        this.placeStore = new WriteBehindStoreBuilder<>(
                "admit-places", () -> new KnownPlaces(rules.places(), directory, this.questionnaires));
        this.tallyStore = tallyStore;
        this.tallies = tallies;
    }

    /** Passes on each response that was admitted. */
    public Port<Response> admitted() {
        return admitted;
    }

    @Override
    public String name() {
        return NODE;
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(Rejections.OUTLET);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(placeStore, tallyStore);
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        ResponseReader reader = new ResponseReader(questionnaires, rules);
        return new AdmitProcessor(rules, registry, reader, placeStore, tallyStore, tallies, admitted);
    }
}

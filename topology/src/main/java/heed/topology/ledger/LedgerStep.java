package heed.topology.ledger;

import heed.topology.reject.Rejections;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Response;
import heed.topology.step.Outlet;
import heed.topology.step.Port;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.PartitionTally;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that remembers every response, so that none counts twice. */
public final class LedgerStep implements Step<Response> {

    private static final String NODE = "ledger-responses";

    private final WriteBehindStoreBuilder<LedgerState> ledgerStore;
    private final WriteBehindStoreBuilder<PartitionTally> tallyStore;
    private final Port<Change> changes = new Port<>(NODE);

    /** Remembers as long as {@code rules} say; what becomes of each response is counted in the store of tallies. */
    public LedgerStep(
            LedgerRules rules, MeasureCatalogue catalogue, WriteBehindStoreBuilder<PartitionTally> tallyStore) {
        this.ledgerStore = new WriteBehindStoreBuilder<>("ledger-entries", () -> new LedgerState(rules, catalogue));
        this.tallyStore = tallyStore;
    }

    /** Passes on what each response changes; nothing of one that changes nothing. */
    public Port<Change> changes() {
        return changes;
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
        return Set.of(ledgerStore, tallyStore);
    }

    @Override
    public Processor<byte[], Response, Object, Object> get() {
        return new LedgerProcessor(ledgerStore, tallyStore, changes);
    }
}

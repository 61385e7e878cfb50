package heed.topology.ledger;

import heed.schemas.name.FeedbackHash;
import heed.schemas.rejected.RejectionReason;
import heed.topology.reject.Rejections;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.response.Response;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.Outcome;
import heed.topology.tally.PartitionTally;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters each response in its hospital's ledger and passes on what that changes in the scores. */
public final class LedgerProcessor implements Processor<byte[], Response, byte[], Object> {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProcessor.class);

    private final Names names;
    private final Change change = new Change();
    private ProcessorContext<byte[], Object> context;
    private Rejections rejections;
    private PartitionTally tally;
    private LedgerState ledgers;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the ledgers
     * @param tallyStore store of the partition's tally
     * @param scored node that changes go to
     * @param channelled node that changes go to as well
     * @param heard node that changes go to which are a response's first sight
     * @param rejected node that refused records go to
     */
    public record Names(
            String store, String tallyStore, String scored, String channelled, String heard, String rejected) {}

    /** Wires the step. */
    public LedgerProcessor(Names names) {
        this.names = names;
    }

    /** Returns the builder of the step's store. */
    public static WriteBehindStoreBuilder<?> store(String name, LedgerRules rules, MeasureCatalogue catalogue) {
        return new WriteBehindStoreBuilder<>(name, () -> new LedgerState(rules, catalogue));
    }

    /**
     * Hands over the answers of every response that a restored store holds, with the arrival day (UTC epoch day) under which it is
     * kept. The answers are reused from one to the next.
     */
    public static void forEachStanding(WriteBehindStore<?> store, Places places, ObjLongConsumer<Answers> action) {
        ((LedgerState) store.state()).forEachStanding(places, action);
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        rejections = new Rejections("ledger", context);
        WriteBehindStore<LedgerState> store = context.getStateStore(names.store());
        ledgers = store.state();
        WriteBehindStore<PartitionTally> tallies = context.getStateStore(names.tallyStore());
        tally = tallies.state();
    }

    @Override
    public void process(Record<byte[], Response> record) {
        Response response = record.value();
        HospitalLedger ledger = ledgers.of(response.answers().place().hospital());
        if (ledger.isClosed(response.arrival())) {
            RejectionReason reason = RejectionReason.BEYOND_LEDGER;
            tally.reject(reason);
            trace(response, reason);
            context.forward(rejections.of(response.received(), reason, reason.description()), names.rejected());
            return;
        }
        Outcome outcome = ledger.enter(response, change, ledgers);
        tally.count(outcome);
        trace(response, outcome);
        if (change.isEmpty()) {
            return;
        }
        Record<byte[], Object> changed = record.withValue(change);
        context.forward(changed, names.scored());
        context.forward(changed, names.channelled());
        if (outcome == Outcome.COUNTED) {
            context.forward(changed, names.heard());
        }
    }

    private static void trace(Response response, Object outcome) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "response entered feedback_hash={} revision={} outcome={}",
                    FeedbackHash.of(response.idHigh(), response.idLow()),
                    response.revision(),
                    outcome);
        }
    }
}

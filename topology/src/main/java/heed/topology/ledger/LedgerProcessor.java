package heed.topology.ledger;

import heed.schemas.name.FeedbackHash;
import heed.schemas.rejected.RejectionReason;
import heed.topology.reject.Rejections;
import heed.topology.response.Change;
import heed.topology.response.Response;
import heed.topology.step.Port;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.Outcome;
import heed.topology.tally.PartitionTally;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters each response in its hospital's ledger and passes on what that changes. */
final class LedgerProcessor implements Processor<byte[], Response, Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerProcessor.class);

    private final WriteBehindStoreBuilder<LedgerState> ledgerStore;
    private final WriteBehindStoreBuilder<PartitionTally> tallyStore;
    private final Port<Change> changes;
    private final Change change = new Change();
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;
    private PartitionTally tally;
    private LedgerState ledgers;

    LedgerProcessor(
            WriteBehindStoreBuilder<LedgerState> ledgerStore,
            WriteBehindStoreBuilder<PartitionTally> tallyStore,
            Port<Change> changes) {
        this.ledgerStore = ledgerStore;
        this.tallyStore = tallyStore;
        this.changes = changes;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        rejections = new Rejections("ledger", context);
        ledgers = ledgerStore.in(context).state();
        tally = tallyStore.in(context).state();
    }

    @Override
    public void process(Record<byte[], Response> record) {
        Response response = record.value();
        HospitalLedger ledger = ledgers.of(response.answers().place().hospital());
        if (ledger.isClosed(response.arrivalMs())) {
            RejectionReason reason = RejectionReason.BEYOND_LEDGER;
            tally.reject(reason);
            trace(response, reason);
            rejections.reject(response.received(), reason, reason.description());
            return;
        }
        Outcome outcome = ledger.enter(response, change, ledgers);
        tally.count(outcome);
        trace(response, outcome);
        if (!change.isEmpty()) {
            changes.pass(context, record.withValue(change));
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

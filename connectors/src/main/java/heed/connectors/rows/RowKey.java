package heed.connectors.rows;

import heed.schemas.Feedback;
import java.util.UUID;

/** What the ledger knows a response by. */
record RowKey(UUID id, int revision) {

    static RowKey of(Feedback feedback) {
        return new RowKey(UUID.fromString(feedback.getFeedbackId()), feedback.getRevision());
    }
}

package heed.topology.admit;

import heed.schemas.rejected.RejectionReason;

/** Carries why a record is refused, without a stack trace: bad input must not be expensive. */
final class RejectedRecordException extends RuntimeException {

    private final RejectionReason reason;
    private final String detail;

    RejectedRecordException(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    RejectedRecordException(RejectionReason reason) {
        this(reason, reason.description());
    }

    /** Says which answer is at fault, counted from 1; never what it says. */
    RejectedRecordException(RejectionReason reason, int answer) {
        this(reason, "Answer " + (answer + 1) + ": " + reason.description());
    }

    RejectionReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}

package heed.app.audit;

import heed.schemas.RejectionReason;

/** Carries why a record doesn't count; without a stack trace, since an input may hold many. */
final class RefusedException extends RuntimeException {

    private final transient RejectionReason reason;

    RefusedException(RejectionReason reason) {
        super(reason.description(), null, false, false);
        this.reason = reason;
    }

    static void unless(boolean holds, RejectionReason otherwise) {
        if (!holds) {
            throw new RefusedException(otherwise);
        }
    }

    RejectionReason reason() {
        return reason;
    }
}

package heed.schemas.serde;

import heed.schemas.rejected.RejectionReason;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Says why bytes are not a record that can be read: a fact about the bytes, which reading again does not change. */
public final class UnreadableRecordException extends SerializationException {

    private final RejectionReason reason;

    UnreadableRecordException(RejectionReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    UnreadableRecordException(RejectionReason reason, String message) {
        this(reason, message, null);
    }

    /** Returns the reason to file the record under. */
    public RejectionReason reason() {
        return reason;
    }
}

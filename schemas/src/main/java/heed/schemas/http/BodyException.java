package heed.schemas.http;

import java.util.concurrent.CompletionException;

/** Says why the body of a request was not read to its end. Without a stack trace: bad input must not be expensive. */
public final class BodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    BodyException(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    /** What kept a body from coming in. */
    public enum Kind {
        TOO_LARGE,
        TOO_SLOW,
        BROKEN_OFF,
        /** Too many bodies come in at once, or too much of them, from everybody or from this client. */
        NO_ROOM
    }

    /** Returns what a future of a body failed with, without what the future put around it. */
    public static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Returns what kept it. */
    public Kind kind() {
        return kind;
    }
}

package heed.connectors.backfill;

/** Says why a history was not brought in, or not all of it, in words for the person who brings it. */
public final class BackfillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackfillException(String message) {
        super(message);
    }

    BackfillException(String message, Throwable cause) {
        super(message, cause);
    }
}

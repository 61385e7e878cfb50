package heed.connectors.rows;

/** Says why nothing of a file was taken, or not all of it, in words for the person who imports it. */
public final class RowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowsException(String message) {
        super(message);
    }

    RowsException(String message, Throwable cause) {
        super(message, cause);
    }
}

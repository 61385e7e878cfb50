package heed.connectors.table;

/** Says why a file can't be read as rows, in words for the person who imports it. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TableException(String message) {
        super(message);
    }

    TableException(String message, Throwable cause) {
        super(message, cause);
    }
}

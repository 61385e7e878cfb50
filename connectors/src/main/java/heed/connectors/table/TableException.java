package heed.connectors.table;

/** Says why a file can't be read as rows, in words for the person who imports it. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String withoutContent;

    TableException(String message) {
        this(message, message);
    }

    /** Says {@code message} to the person, and {@code withoutContent} where others read along. */
    TableException(String message, String withoutContent) {
        super(message);
        this.withoutContent = withoutContent;
    }

    TableException(String message, Throwable cause) {
        super(message, cause);
        this.withoutContent = message;
    }

    /** Returns the message for a log: without what stands in the file, where the line of its columns may be a row. */
    public String withoutContent() {
        return withoutContent;
    }
}

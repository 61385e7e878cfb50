package heed.connectors.published;

/** Says why an import could not start or could not go on, in words for the person who started it. */
public final class PublishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates one with a message for the person who imports. */
    public PublishedException(String message) {
        super(message);
    }

    /** Creates one that also says what it came from. */
    public PublishedException(String message, Throwable cause) {
        super(message, cause);
    }
}

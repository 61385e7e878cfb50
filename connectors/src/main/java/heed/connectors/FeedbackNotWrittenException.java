package heed.connectors;

/**
 * Says that a response was not acknowledged. It may have been written all the same, so the only right answer is to
 * write the same response, with the same {@code feedback_id}, again.
 */
public final class FeedbackNotWrittenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FeedbackNotWrittenException(String message) {
        super(message);
    }

    public FeedbackNotWrittenException(String message, Throwable cause) {
        super(message, cause);
    }
}

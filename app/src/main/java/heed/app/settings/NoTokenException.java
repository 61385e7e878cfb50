package heed.app.settings;

import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * Says why a client has no token to show Kafka, without what the endpoint answered: that may repeat the secret.
 *
 * <p>Java's login passes on the text of what failed, with the stack below it, and not the exception: so it is told by
 * its text too.
 */
public final class NoTokenException extends KafkaException {

    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "refused: ";
    private static final String SILENT = "silent: ";

    private NoTokenException(String message) {
        super(message);
    }

    /** What waiting does not help. */
    static NoTokenException refused(String why) {
        return new NoTokenException(REFUSED + why);
    }

    /** What may pass by itself. */
    static NoTokenException silent(String why) {
        return new NoTokenException(SILENT + why);
    }

    /** Returns why there is no token where {@code failure} came of that and waiting does not help. */
    public static Optional<String> refusal(Throwable failure) {
        return said(failure, REFUSED);
    }

    /** Returns why there is no token where {@code failure} came of that and may pass by itself. */
    public static Optional<String> silence(Throwable failure) {
        return said(failure, SILENT);
    }

    private static Optional<String> said(Throwable failure, String kind) {
        String mark = NoTokenException.class.getName() + ": " + kind;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String text = each.toString();
            int at = text.indexOf(mark);
            if (at >= 0) {
                return text.substring(at + mark.length()).lines().findFirst();
            }
        }
        return Optional.empty();
    }
}

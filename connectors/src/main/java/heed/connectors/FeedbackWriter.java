package heed.connectors;

import heed.schemas.Feedback;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Hands a response to the feedback topic and tells when it is safe there.
 *
 * <p>Writing the same response twice does no harm: the ledger knows it by its {@code feedback_id} and counts it once.
 * So a caller that is left in doubt writes again.
 */
public interface FeedbackWriter {

    /**
     * Writes one response that arrived at {@code arrival}.
     *
     * <p>May block for a bounded time while too many earlier responses are unacknowledged: that is how a fast source is
     * slowed down. Never throws because of the outside world. The stage always completes: normally only after the
     * acknowledgement, otherwise with a {@link FeedbackNotWrittenException}. It may complete on a thread that must not
     * be blocked.
     */
    CompletionStage<Void> write(Feedback feedback, Instant arrival);
}

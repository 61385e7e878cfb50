package heed.connectors.words;

import heed.connectors.FeedbackWriter;
import heed.connectors.submission.Submission;
import heed.schemas.Feedback;
import heed.schemas.key.CommentKey;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Writes a submission: its response and its comment, each to its topic, and tells when both are safe there. Writing it
 * again does no harm to either: both go by the {@code feedback_id}.
 */
public final class SubmissionWriter {

    private final FeedbackWriter responses;
    private final CommentWriter comments;

    /** Takes where responses go and where comments go. */
    public SubmissionWriter(FeedbackWriter responses, CommentWriter comments) {
        this.responses = responses;
        this.comments = comments;
    }

    /** Writes both; the stage completes as that of {@link FeedbackWriter#write}, once both are acknowledged. */
    public CompletionStage<Void> write(Submission submission, Instant arrival) {
        CompletionStage<Void> words = words(submission);
        return responses.write(submission.response(), arrival).thenCombine(words, (response, comment) -> null);
    }

    /** A correction takes the place of all that was submitted, and a withdrawal takes it away: the comment too. */
    private CompletionStage<Void> words(Submission submission) {
        Feedback response = submission.response();
        if (submission.words().comment().isPresent()) {
            return comments.put(submission.words().comment().get());
        }
        return response.getWithdrawn() || response.getRevision() > 1
                ? comments.remove(CommentKey.of(response))
                : CompletableFuture.completedFuture(null);
    }
}

package heed.app.acceptance;

import heed.connectors.FeedbackWriter;
import heed.connectors.deidentify.Deidentifier;
import heed.connectors.submission.CommentReader;
import heed.connectors.words.CommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.Comment;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.CommentKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What an intake stands on whose comments matter to no test. */
final class WithoutComments {

    private WithoutComments() {}

    static SubmissionWriter writingTo(FeedbackWriter responses) {
        return writingTo(responses, comment -> {});
    }

    /** Hands on the comments of those that have some. */
    static SubmissionWriter writingTo(FeedbackWriter responses, Consumer<Comment> comments) {
        return new SubmissionWriter(responses, new CommentWriter() {
            @Override
            public CompletionStage<Void> put(Comment comment) {
                comments.accept(comment);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> remove(CommentKey key) {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    static CommentReader reader() {
        return new CommentReader(Deidentifier.knowing(List.of()), HospitalDirectory.empty(), 4_000);
    }
}

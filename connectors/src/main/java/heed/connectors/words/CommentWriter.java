package heed.connectors.words;

import heed.connectors.KafkaRowWriter;
import heed.schemas.Comment;
import heed.schemas.key.CommentKey;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.concurrent.CompletionStage;

/** Keeps the newest comment of each response, or none. Each stage completes normally only after the acknowledgement. */
public interface CommentWriter {

    /** What is written. */
    Topic<Comment> TOPIC = Topics.COMMENTS;

    /** Keeps a comment in the place of what there was of its response. */
    CompletionStage<Void> put(Comment comment);

    /** Takes out the comment of a response. */
    CompletionStage<Void> remove(CommentKey key);

    /** Returns one that writes rows of the topic. */
    static CommentWriter of(KafkaRowWriter<Comment> rows) {
        return new CommentWriter() {
            @Override
            public CompletionStage<Void> put(Comment comment) {
                return rows.put(CommentKey.of(comment).text(), comment);
            }

            @Override
            public CompletionStage<Void> remove(CommentKey key) {
                return rows.remove(key.text());
            }
        };
    }
}

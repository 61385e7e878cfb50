package heed.schemas.key;

import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.Label;
import heed.schemas.topic.Topics;

/**
 * Names the comment of a response, and is the key of {@link Topics#COMMENTS}: {@code hospital|feedback_id}. With the
 * hospital in it, as responses have it in their key, whoever may send for one hospital reaches no other's comments by
 * an id that both have.
 */
public record CommentKey(String hospital, String feedbackId) {

    /** Returns the key of a comment. */
    public static CommentKey of(Comment comment) {
        return new CommentKey(comment.getHospital(), comment.getFeedbackId());
    }

    /** Returns the key of a response's comment. */
    public static CommentKey of(Feedback response) {
        return new CommentKey(response.getHospital(), response.getFeedbackId());
    }

    /** Returns the key of the comment that a label is of, which is the label's own. */
    public static CommentKey of(Label label) {
        return new CommentKey(label.getHospital(), label.getFeedbackId());
    }

    /** Tells whether a key of the topic is of a response with this id, at whatever hospital. */
    public static boolean isOf(String feedbackId, String key) {
        return key.endsWith(KeyText.join("", feedbackId));
    }

    /**
     * Returns the key as it is written to the topic.
     *
     * @throws IllegalArgumentException where the hospital is no code
     */
    public String text() {
        return KeyText.join(KeyText.requireCode("hospital", hospital), feedbackId);
    }
}

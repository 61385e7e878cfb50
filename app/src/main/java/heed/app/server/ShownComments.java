package heed.app.server;

import heed.schemas.Comment;
import heed.schemas.key.CommentKey;
import heed.schemas.reader.Destination;
import heed.schemas.reader.LatestRows;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Holds what patients wrote for as long as comments are kept. The broker deletes what is older without a word, so a
 * page that runs for longer would go on showing it.
 */
final class ShownComments implements Supplier<Collection<Comment>> {

    private final Clock clock;
    private final Duration retention;
    private final LatestRows<Comment> rows;

    /** Takes how long after it was written each is shown. */
    ShownComments(Clock clock, Duration retention) {
        this.clock = clock;
        this.retention = retention;
        this.rows = new LatestRows<>(
                Topics.COMMENTS, comment -> CommentKey.of(comment).text(), this::isKept);
    }

    private boolean isKept(Comment comment) {
        return comment.getGivenAt().isAfter(clock.instant().minus(retention));
    }

    /** Returns where the topic's records go. */
    Destination destination() {
        return rows;
    }

    @Override
    public Collection<Comment> get() {
        return rows.all().values().stream().filter(this::isKept).toList();
    }
}

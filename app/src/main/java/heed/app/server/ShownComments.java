package heed.app.server;

import heed.monitoring.readmodel.CommentThemes;
import heed.monitoring.readmodel.HeldComments;
import heed.schemas.Comment;
import heed.schemas.key.CommentKey;
import heed.schemas.reader.Destination;
import heed.schemas.reader.LatestRows;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Holds what patients wrote for as long as comments are kept. The broker deletes what is older without a word, so a
 * page that runs for longer would go on showing it.
 */
final class ShownComments implements Supplier<HeldComments> {

    private final Clock clock;
    private final Duration retention;
    private final CommentThemes themes;
    private final LatestRows<Comment> rows;

    /** Takes how long after it was written each is shown, and what says what it is about. */
    ShownComments(Clock clock, Duration retention, CommentThemes themes) {
        this.clock = clock;
        this.retention = retention;
        this.themes = themes;
        this.rows = new LatestRows<>(
                Topics.COMMENTS, comment -> CommentKey.of(comment).text(), this::isKept);
    }

    private Instant since() {
        return clock.instant().minus(retention);
    }

    private boolean isKept(Comment comment) {
        return comment.getGivenAt().isAfter(since());
    }

    /** Returns where the topic's records go. */
    Destination destination() {
        return rows;
    }

    @Override
    public HeldComments get() {
        return new HeldComments(
                rows.all().values().stream().filter(this::isKept).toList(), since(), themes);
    }
}

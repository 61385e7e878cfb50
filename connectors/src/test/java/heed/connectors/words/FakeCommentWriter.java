package heed.connectors.words;

import heed.schemas.Comment;
import heed.schemas.key.CommentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stands in for the comments' topic; {@code stages} says what becomes of each write. */
public final class FakeCommentWriter implements CommentWriter {

    private final Supplier<CompletableFuture<Void>> stages;
    private final Map<CommentKey, Comment> kept = new ConcurrentHashMap<>();
    private final List<CommentKey> removed = new ArrayList<>();

    public FakeCommentWriter(Supplier<CompletableFuture<Void>> stages) {
        this.stages = stages;
    }

    public static FakeCommentWriter acknowledging() {
        return new FakeCommentWriter(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletionStage<Void> put(Comment comment) {
        kept.put(CommentKey.of(comment), comment);
        return stages.get();
    }

    @Override
    public synchronized CompletionStage<Void> remove(CommentKey key) {
        kept.remove(key);
        removed.add(key);
        return stages.get();
    }

    public Map<CommentKey, Comment> kept() {
        return Map.copyOf(kept);
    }

    public synchronized List<CommentKey> removed() {
        return List.copyOf(removed);
    }
}

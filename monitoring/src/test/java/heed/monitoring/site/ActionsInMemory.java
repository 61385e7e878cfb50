package heed.monitoring.site;

import heed.monitoring.actions.ActionWriter;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Action;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the topic of acts: what is written is read at once. */
public final class ActionsInMemory implements ActionWriter {

    private final List<Action> written = new CopyOnWriteArrayList<>();
    private final ReadModel model;
    private volatile RuntimeException failure;

    ActionsInMemory(ReadModel model) {
        this.model = model;
    }

    /** Takes no more acts from now on. */
    public void fail(RuntimeException cause) {
        failure = cause;
    }

    /** Takes acts again. */
    public void mend() {
        failure = null;
    }

    public List<Action> written() {
        return written;
    }

    @Override
    public CompletionStage<Void> write(Action action) {
        RuntimeException fails = failure;
        if (fails != null) {
            return CompletableFuture.failedFuture(fails);
        }
        written.add(action);
        synchronized (model) {
            model.put(action);
            model.publish();
        }
        return CompletableFuture.completedFuture(null);
    }
}

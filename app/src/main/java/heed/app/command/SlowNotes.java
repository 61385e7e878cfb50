package heed.app.command;

import heed.app.access.NotedAct;
import heed.schemas.AuditKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a command waits for where the audit is slow to take something, so that nobody takes it for hung. */
final class SlowNotes implements NotedAct.Notes {

    private final NotedAct.Notes audit;
    private final Duration patience;
    private final Consumer<String> say;

    /** Takes what is waited for, after how long that is said, and to whom. */
    SlowNotes(NotedAct.Notes audit, Duration patience, Consumer<String> say) {
        this.audit = audit;
        this.patience = patience;
        this.say = say;
    }

    @Override
    public void note(AuditKind kind, String about, @Nullable String hospital) throws InterruptedException {
        CompletableFuture<Void> saying = CompletableFuture.runAsync(
                () -> say.accept("Waits for the brokers to take the audit's entry of this, for up to a minute."),
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            audit.note(kind, about, hospital);
        } finally {
            saying.cancel(false);
        }
    }
}

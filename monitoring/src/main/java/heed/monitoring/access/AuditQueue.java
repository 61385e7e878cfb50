package heed.monitoring.access;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be written of the audit. Part of it is free for what changes accounts, keys or rights, so that
 * nobody crowds that out by what they are denied.
 */
public final class AuditQueue {

    private final int free;
    private final BlockingQueue<AuditEntry> waiting;

    /** Takes for how many there is room, and how many of these places are for changes alone. */
    public AuditQueue(int most, int free) {
        this.free = free;
        this.waiting = new ArrayBlockingQueue<>(most);
    }

    /** Tells whether a kind changes who may do what, or what Heed says. */
    static boolean isChange(AuditKind kind) {
        return switch (kind) {
            case ACCOUNT_ADDED,
                    ACCOUNT_CHANGED,
                    ACCOUNT_LOCKED,
                    ACCOUNT_UNLOCKED,
                    ACCOUNT_RESET,
                    KEY_ADDED,
                    KEY_REVOKED,
                    PASSWORD_CHOSEN,
                    SECOND_FACTOR_ON,
                    SECOND_FACTOR_OFF,
                    SECOND_FACTOR_RESET,
                    RECOVERY_CODE_USED,
                    REBASELINED,
                    REPLAYED,
                    BROUGHT_IN,
                    MAILS_RESUMED,
                    ERASED -> true;
            case UNSTATED,
                    SIGNED_IN,
                    SIGN_IN_REFUSED,
                    SIGN_IN_SLOWED,
                    SIGNED_OUT,
                    DENIED,
                    EXPORTED,
                    ACTED,
                    COMMENTS_READ,
                    CODE_ASKED,
                    CODE_REFUSED -> false;
        };
    }

    /** Tells whether there was room for {@code entry}, which then waits. */
    public boolean offer(AuditEntry entry) {
        synchronized (waiting) {
            return (isChange(entry.getKind()) || waiting.remainingCapacity() > free) && waiting.offer(entry);
        }
    }

    /** Returns the next, once there is one; null where there is none within {@code patience}. */
    public @Nullable AuditEntry poll(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells whether nothing waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}

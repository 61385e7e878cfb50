package heed.connectors.notify;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Counts what becomes of a route's notices. */
public final class RouteStatus {

    private final String route;
    private final IntSupplier waiting;
    private final LongSupplier undrawn;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean failing;

    RouteStatus(String route, IntSupplier waiting, LongSupplier undrawn) {
        this.route = route;
        this.waiting = waiting;
        this.undrawn = undrawn;
    }

    /** Returns the route's name. */
    public String route() {
        return route;
    }

    /** Returns how many notices its receiver has taken. */
    public long told() {
        return told.get();
    }

    /** Returns how many notices its receiver will never take. */
    public long refused() {
        return refused.get();
    }

    /** Returns how often its receiver did not take a message that it may take later, or something else went wrong. */
    public long failed() {
        return failed.get();
    }

    /** Returns how many notices wait, also for hours or a digest; of more than there is room for only those. */
    public int waiting() {
        return waiting.getAsInt();
    }

    /** Returns how many charts could not be drawn, so that mails told of them in words alone. */
    public long undrawn() {
        return undrawn.getAsLong();
    }

    /** Tells whether the last attempt failed. */
    public boolean isFailing() {
        return failing;
    }

    void tell(int notices) {
        failing = false;
        told.addAndGet(notices);
    }

    void refuse(int notices) {
        failing = false;
        refused.addAndGet(notices);
    }

    /** Takes back that the last attempt failed. */
    void recover() {
        failing = false;
    }

    void fail() {
        failing = true;
        failed.incrementAndGet();
    }
}

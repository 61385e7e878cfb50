package heed.app.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What faults have in common: that they last, and that there is something to end after them. */
final class Faults {

    private Faults() {}

    /** Lets time go by while something is as it is. */
    static void last(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** Ends what was started, in this order; null is what was not, since what came before it failed. */
    static void end(@Nullable AutoCloseable... started) throws Exception {
        for (AutoCloseable each : started) {
            if (each != null) {
                each.close();
            }
        }
    }
}

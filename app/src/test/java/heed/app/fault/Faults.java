package heed.app.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What faults have in common: that they last. */
final class Faults {

    private Faults() {}

    /** Lets time go by while something is as it is. */
    static void last(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}

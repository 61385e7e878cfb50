package heed.app.fault;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param name in words
 * @param fault that which goes wrong
 */
record Happening(String name, Fault fault) {

    interface Fault {
        void happens() throws Exception;
    }

    /** Has it happen, and prints how long that took. */
    void run() throws Exception {
        long begun = System.nanoTime();
        fault.happens();
        System.out.println("fault: " + name + ": took "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    /** Has it happen, waits until every partition has committed scores again, and prints what readers saw of it. */
    void run(Gaps gaps) throws Exception {
        gaps.longest();
        run();
        gaps.awaitAll();
        System.out.println("fault: " + name + ": longest gap " + gaps.longest().toMillis() + " ms");
    }
}

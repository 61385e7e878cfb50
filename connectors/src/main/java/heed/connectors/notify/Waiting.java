package heed.connectors.notify;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds what a route is still to be told, at most so many: what finds no room is left in its topics, to be read again
 * once there is some.
 */
final class Waiting {

    private final int most;
    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final Semaphore came = new Semaphore(0);
    private boolean leftSome;

    Waiting(int most) {
        this.most = most;
    }

    synchronized void offer(Notice notice) {
        if (notices.size() < most || notices.containsKey(notice.key())) {
            notices.putIfAbsent(notice.key(), notice);
            came.release();
        } else {
            leftSome = true;
        }
    }

    /** Returns all of them, in the order in which they came. */
    synchronized List<Notice> all() {
        return List.copyOf(notices.values());
    }

    synchronized int size() {
        return notices.size();
    }

    synchronized void remove(Collection<Notice> gone) {
        gone.forEach(each -> notices.remove(each.key()));
    }

    /** Tells whether there is room and something was left in the topics, and forgets that it was. */
    synchronized boolean wantsRest() {
        boolean wants = leftSome && notices.isEmpty();
        if (wants) {
            leftSome = false;
        }
        return wants;
    }

    /** Remembers that something is left in the topics. */
    synchronized void leaveSome() {
        leftSome = true;
    }

    /** Waits until something comes, at most so long. */
    void awaitMore(long millis) throws InterruptedException {
        if (came.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            came.drainPermits();
        }
    }
}

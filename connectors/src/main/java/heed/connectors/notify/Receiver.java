package heed.connectors.notify;

import java.io.IOException;
import java.util.List;

/** Where a route ends: a mail server, a program's address. Only the thread of its route calls it. */
public interface Receiver {

    /**
     * Brings a message, and returns once it has been taken.
     *
     * @throws RefusedException where it is refused however often it is tried
     * @throws IOException where it may be taken later
     */
    void deliver(Message message) throws IOException, InterruptedException;

    /** Returns the addresses of people that it brings mails to. */
    default List<String> addresses() {
        return List.of();
    }

    /** Returns how many charts it could not draw, and told in words alone. */
    default long undrawn() {
        return 0;
    }

    /** Returns in a few words where it is, without any secret. */
    String where();
}

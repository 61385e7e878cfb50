package heed.monitoring.page.admin;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells the first time that a form is sent from others: whoever loads a page anew that has shown a password sends its
 * form again.
 */
final class SentOnce {

    private static final int MOST = 1_000;

    private final Set<String> sent = new LinkedHashSet<>();

    /** Tells whether a form with this id was not sent before; one without an id may be sent as often as one likes. */
    synchronized boolean isFirst(String id) {
        if (id.isEmpty()) {
            return true;
        }
        if (!sent.add(id)) {
            return false;
        }
        if (sent.size() > MOST) {
            sent.remove(sent.iterator().next());
        }
        return true;
    }
}

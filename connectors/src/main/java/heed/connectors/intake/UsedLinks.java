package heed.connectors.intake;

import heed.connectors.form.FormLink;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers which of the links that count once did so: the hundred thousand used last, since the start. It is for what
 * people are told; that a link counts once is seen to by its id.
 */
final class UsedLinks {

    private static final int MOST = 100_000;

    private final Set<String> ids = new LinkedHashSet<>();

    synchronized boolean has(FormLink link) {
        return link.kind() == FormLink.Kind.ONCE && ids.contains(link.id());
    }

    synchronized void add(FormLink link) {
        if (link.kind() != FormLink.Kind.ONCE) {
            return;
        }
        ids.add(link.id());
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
        }
    }
}

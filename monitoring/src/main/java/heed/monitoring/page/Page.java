package heed.monitoring.page;

import heed.monitoring.readmodel.Snapshot;
import heed.schemas.access.Right;
import java.util.Optional;
import java.util.Set;

/** Writes one page, and knows where it is. */
public interface Page {

    /** Returns its address, with parameters in braces: {@code /hospitals/{code}}. */
    String path();

    /** Returns the right without which there is nothing at that address. */
    Right right();

    /** Returns the rights of which one is enough, where there are others than that one. */
    default Set<Right> rights() {
        return Set.of(right());
    }

    /** Returns what the page says to a request; nothing where there is nothing at that address. */
    Optional<Layout.Content> write(PageRequest request, Snapshot snapshot);
}

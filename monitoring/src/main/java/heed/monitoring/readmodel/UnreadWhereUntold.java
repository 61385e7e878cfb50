package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.reader.Route;
import java.time.Instant;
import java.util.List;

/** Leaves an entry's topics unread where the audience is told nothing of them; its part is empty then. */
record UnreadWhereUntold(Disclosure disclosure, ModelEntry entry) implements ModelEntry {

    @Override
    public List<Route<?>> routes() {
        return disclosure.isByRelease() ? List.of() : entry.routes();
    }

    @Override
    public void clear() {
        entry.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        return entry.freeze(now);
    }

    @Override
    public Part part() {
        return entry.part();
    }
}

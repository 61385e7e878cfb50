package heed.topology.watch;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears, in order. */
final class Recorded implements WatchListener {

    private final List<WatchEvent> events = new ArrayList<>();

    @Override
    public void learned(WatchEvent.Learned learned) {
        events.add(learned);
    }

    @Override
    public void alarm(WatchEvent.Alarm alarm) {
        events.add(alarm);
    }

    @Override
    public void recovered(WatchEvent.Recovered recovered) {
        events.add(recovered);
    }

    List<WatchEvent> events() {
        return events;
    }
}

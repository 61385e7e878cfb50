package heed.topology.watch;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears, in order. */
final class Recorded implements WatchListener {

    private final List<WatchEvent> events = new ArrayList<>();
    private final List<WatchEvent.Escalated> escalations = new ArrayList<>();

    @Override
    public void learned(WatchEvent.Learned learned) {
        events.add(learned);
    }

    @Override
    public void alarm(WatchEvent.Alarm alarm) {
        events.add(alarm);
    }

    @Override
    public void escalated(WatchEvent.Escalated escalated) {
        escalations.add(escalated);
    }

    @Override
    public void recovered(WatchEvent.Recovered recovered) {
        events.add(recovered);
    }

    /** Apart from the events, which are those that an independent implementation knows too. */
    List<WatchEvent.Escalated> escalations() {
        return escalations;
    }

    List<WatchEvent> events() {
        return events;
    }
}

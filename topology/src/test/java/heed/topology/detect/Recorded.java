package heed.topology.detect;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears, in order. */
public final class Recorded implements WatchListener {

    private final List<WatchEvent> events = new ArrayList<>();
    private final List<WatchEvent.Escalated> escalations = new ArrayList<>();
    private final List<WatchEvent.Confirmed> confirmations = new ArrayList<>();
    private final List<WatchEvent.Revised> revisions = new ArrayList<>();
    private final List<WatchEvent.Rise> rises = new ArrayList<>();
    private final List<WatchEvent.RiseEnded> ended = new ArrayList<>();
    private final List<WatchEvent> all = new ArrayList<>();

    @Override
    public void learned(WatchEvent.Learned learned) {
        events.add(learned);
        all.add(learned);
    }

    @Override
    public void alarm(WatchEvent.Alarm alarm) {
        events.add(alarm);
        all.add(alarm);
    }

    @Override
    public void escalated(WatchEvent.Escalated escalated) {
        escalations.add(escalated);
        all.add(escalated);
    }

    @Override
    public void confirmed(WatchEvent.Confirmed confirmed) {
        confirmations.add(confirmed);
        all.add(confirmed);
    }

    @Override
    public void revised(WatchEvent.Revised revised) {
        revisions.add(revised);
        all.add(revised);
    }

    @Override
    public void recovered(WatchEvent.Recovered recovered) {
        events.add(recovered);
        all.add(recovered);
    }

    @Override
    public void rose(WatchEvent.Rise rise) {
        rises.add(rise);
        all.add(rise);
    }

    @Override
    public void fellBack(WatchEvent.RiseEnded event) {
        ended.add(event);
        all.add(event);
    }

    @Override
    public void dropRebaselined(WatchEvent.Rebaselined event) {
        all.add(event);
    }

    @Override
    public void riseRebaselined(WatchEvent.Rebaselined event) {
        all.add(event);
    }

    public List<WatchEvent.Rise> rises() {
        return rises;
    }

    public List<WatchEvent.RiseEnded> ended() {
        return ended;
    }

    /** Apart from the events, which are those that an independent implementation knows too. */
    public List<WatchEvent.Escalated> escalations() {
        return escalations;
    }

    public List<WatchEvent.Confirmed> confirmations() {
        return confirmations;
    }

    public List<WatchEvent.Revised> revisions() {
        return revisions;
    }

    public List<WatchEvent> events() {
        return events;
    }

    /** Everything, in order. */
    public List<WatchEvent> all() {
        return all;
    }
}

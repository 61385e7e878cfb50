package heed.app.study;

import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;

/** The product's own watch for drops. */
public final class HeedWatch extends WatchFindings {

    /** Holds the watch to a rule. */
    public HeedWatch(Scenario scenario, WatchRule rule) {
        super(scenario, rule);
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        found(event.atMs());
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        over(event.atMs());
    }
}

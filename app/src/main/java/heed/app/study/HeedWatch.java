package heed.app.study;

import heed.topology.detect.WatchEvent;

/** The product's own watch for drops. */
public final class HeedWatch extends WatchFindings {

    /** Holds the watch to so many days between false alarms. */
    public HeedWatch(Scenario scenario, double targetDays) {
        super(scenario, targetDays);
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

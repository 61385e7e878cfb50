package heed.app.server;

import heed.connectors.intake.IntakeObserver;
import heed.monitoring.meters.Meters;

/** Counts in the metrics what became of the intake's requests. */
record IntakeCounts(Meters meters) implements IntakeObserver {

    @Override
    public void accepted(int responses) {
        meters.intakeAccepted(responses);
    }

    @Override
    public void refused(int status) {
        meters.intakeRefused(status);
    }
}

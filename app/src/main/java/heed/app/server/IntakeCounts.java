package heed.app.server;

import heed.connectors.deidentify.IdentifierKind;
import heed.connectors.intake.IntakeObserver;
import heed.monitoring.meters.Meters;
import java.util.Map;

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

    @Override
    public void commentKept(Map<IdentifierKind, Integer> takenOut) {
        meters.comment("KEPT");
        takenOut.forEach((kind, times) -> meters.takenOut(kind.code(), times));
    }

    @Override
    public void commentRefused() {
        meters.comment("REFUSED");
    }
}

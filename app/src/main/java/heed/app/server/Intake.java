package heed.app.server;

import heed.app.settings.Settings;
import heed.connectors.FeedbackWriter;
import heed.connectors.intake.IntakeConfig;
import heed.connectors.intake.IntakeObserver;
import heed.connectors.intake.IntakeServer;
import heed.schemas.questionnaire.Questionnaires;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** Runs the HTTP intake as the settings say. */
final class Intake implements AutoCloseable {

    private final IntakeServer server;

    private Intake(IntakeServer server) {
        this.server = server;
    }

    static Intake start(
            Settings settings,
            Questionnaires questionnaires,
            FeedbackWriter writer,
            IntakeObserver observer,
            Clock clock) {
        Settings.Intake intake = settings.intake();
        var config = new IntakeConfig(
                intake.listener().host(),
                intake.listener().port(),
                intake.listener().names(),
                intake.ackTimeout(),
                settings.pipeline().lateness(),
                intake.clientRate(),
                intake.clientBurst(),
                intake.maxInFlight());
        return new Intake(Ports.open(
                "intake",
                intake.listener(),
                () -> IntakeServer.start(config, questionnaires, writer, observer, clock, UUID::randomUUID)));
    }

    URI url() {
        return URI.create(server.url());
    }

    @Override
    public void close() {
        server.close();
    }
}

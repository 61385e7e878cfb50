package heed.app.server;

import heed.app.form.FormHtml;
import heed.app.form.FormKey;
import heed.app.settings.ConfiguredComments;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.connectors.form.Forms;
import heed.connectors.intake.IntakeConfig;
import heed.connectors.intake.IntakeObserver;
import heed.connectors.intake.IntakeParts;
import heed.connectors.intake.IntakeServer;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.listen.Reach;
import heed.schemas.program.Programs;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Runs the HTTP intake as the settings say. */
final class Intake implements AutoCloseable {

    private final IntakeServer server;

    private Intake(IntakeServer server) {
        this.server = server;
    }

    static Intake start(
            Installation installation,
            Reach reach,
            SubmissionWriter writer,
            IntakeObserver observer,
            Optional<Programs> programs,
            Clock clock) {
        Settings settings = installation.settings();
        var forms = new Forms(
                FormKey.links(settings.data(), new SecureRandom()),
                new FormHtml(),
                ConfiguredComments.askedOnTheForm(settings.comments()));
        Settings.Intake intake = settings.intake();
        Predicate<String> hospitals =
                settings.limits().unknown() == UnknownHospitals.REJECT ? installation.hospitals()::lists : any -> true;
        var config = new IntakeConfig(
                intake.listener().host(),
                intake.listener().port(),
                intake.listener().allNames(),
                reach,
                intake.ackTimeout(),
                settings.pipeline().lateness(),
                intake.clientRate(),
                intake.clientBurst(),
                intake.maxInFlight());
        return new Intake(Ports.open(
                "intake",
                intake.listener(),
                () -> IntakeServer.start(
                        config,
                        new IntakeParts(
                                installation.questionnaires(),
                                installation.hospitals(),
                                hospitals,
                                writer,
                                ConfiguredComments.reader(settings.comments(), installation.hospitals()),
                                observer,
                                programs,
                                installation.webhooks(),
                                installation.fhir(),
                                Optional.of(forms),
                                clock,
                                UUID::randomUUID))));
    }

    URI url() {
        return URI.create(server.url());
    }

    @Override
    public void close() {
        server.close();
    }
}

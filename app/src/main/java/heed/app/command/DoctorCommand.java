package heed.app.command;

import heed.app.doctor.Doctor;
import heed.app.doctor.Finding;
import heed.app.server.instance.InstanceFile;
import heed.app.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says in words what is wrong, and what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Asks the running Heed how it is, then looks at settings, machine, Kafka, registry and topics; says what"
                        + " is wrong and what to do.",
        footer = {
            "",
            "Examples:",
            "  heed doctor",
            "  heed doctor --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "Exits with 1 where it found a problem."
        })
final class DoctorCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        var running = new InstanceFile(settings.data()).running();
        List<Finding> findings = new Doctor(settings, running, context.http().get(), context.clock()).examine();
        for (Finding finding : findings) {
            context.out().println((finding.isProblem() ? "problem  " : "ok       ") + finding.what());
            if (finding.isProblem()) {
                context.out().println("         -> " + finding.remedy());
            }
        }
        long problems = findings.stream().filter(Finding::isProblem).count();
        context.out().println(problems == 0 ? "No problem found." : problems + " problem(s) found.");
        return problems == 0 ? 0 : 1;
    }
}

package heed.app.command;

import heed.app.server.RunningHeed;
import heed.app.server.StartException;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Settings;
import heed.app.terminal.MovingLine;
import heed.schemas.hospital.HospitalDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs Heed until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Runs Heed: pipeline, intake and page; with Kafka and a registry of its own unless others are named.",
        footer = {
            "",
            "Examples:",
            "  heed up                      keeps everything under ./data and takes it up again after a restart",
            "  heed up --data /var/lib/heed",
            "  heed up --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "Ctrl-C stops it. Exits with 1 where it can't start or the pipeline died."
        })
final class UpCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private OpenPage openPage;

    UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        openPage.check(settings);
        Path log = Logs.toFileIn(settings.data().resolve("logs"), settings.log());
        HospitalDirectory hospitals = ConfiguredHospitals.read(settings.hospitals());
        context.out()
                .println("Starting Heed"
                        + (settings.servers().embedded() ? " with Kafka and a registry of its own" : "") + ", data in "
                        + settings.data().toAbsolutePath().normalize() + " ...");
        try (var stopper = new Stopper(context.err());
                var line = MovingLine.begin(context.out(), context.err(), context.clock());
                var heed = start(settings, hospitals, line)) {
            heed.beat();
            line.rest();
            context.out().println("Heed runs.");
            context.out().println("  page      " + settings.page().publicUrl().orElse(heed.page()));
            context.out().println("  intake    POST " + heed.intake());
            context.out().println("  Kafka     " + heed.servers().bootstrap());
            context.out().println("  registry  " + heed.servers().registryUrl());
            context.out().println("  log       " + log);
            context.out().println("  memory    " + heed.memory());
            context.out().println("Ctrl-C stops it.");
            int code = untilTheEnd(heed, stopper);
            line.awaits("stopping");
            return code;
        }
    }

    private RunningHeed start(Settings settings, HospitalDirectory hospitals, MovingLine line)
            throws InterruptedException {
        line.awaits("starting");
        return RunningHeed.start(settings, hospitals, "", context.http().get(), context.clock(), line::awaits);
    }

    private int untilTheEnd(RunningHeed heed, Stopper stopper) throws InterruptedException {
        CompletableFuture<Void> died = heed.died();
        var unused = died.whenComplete((nothing, failure) -> stopper.asked().countDown());
        stopper.asked().await();
        if (!died.isCompletedExceptionally()) {
            return 0;
        }
        try {
            died.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartException full) {
                throw full;
            }
            throw new IllegalStateException("the pipeline died: " + e.getCause() + ". The log says more.", e);
        }
        return 1;
    }
}

package heed.app;

import heed.app.demo.Demo;
import heed.app.demo.Pace;
import heed.app.logs.Logs;
import heed.app.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows Heed at work on published and simulated responses. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows Heed at work: sixty hospitals from published figures, and ten invented ones whose patients answer"
                    + " before your eyes, a day every few seconds. One of them gets worse, and Heed says so."
        },
        footer = {
            "",
            "Examples:",
            "  heed demo                    until Ctrl-C",
            "  heed demo --fast             a hundred days in under a minute",
            "  heed demo --once             replays history and story, prints what came of it, ends",
            "",
            "Everything is in a temporary directory that is deleted at the end, unless --data says where."
        })
final class DemoCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private SettingsOptions options;

    @ArgGroup
    private Length length = new Length();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Another seed, other responses. Default: 1.")
    private long seed = 1;

    DemoCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var stopper = new Stopper();
                var directory = new TemporaryDirectory()) {
            Settings settings =
                    options.read(world, Map.of("data", directory.path().toString()));
            Path log = Logs.toFileIn(settings.data().resolve("logs"), settings.logLevel());
            var demo = new Demo(DemoPorts.free(settings, world.out()), seed, world.http(), world.clock(), world.out());
            world.out().println("Log: " + log);
            return length.once ? demo.once() : demo.live(length.fast ? Pace.FAST : Pace.WATCHABLE, stopper.asked());
        }
    }

    /** How long the demo goes on. */
    private static final class Length {

        @Option(names = "--fast", description = "A hundred days in under a minute.")
        private boolean fast;

        @Option(names = "--once", description = "Replay at full speed, print a summary, end.")
        private boolean once;
    }
}

package heed.app.command;

import heed.app.demo.Demo;
import heed.app.demo.Pace;
import heed.app.demo.prometheus.GrafanaProgram;
import heed.app.demo.prometheus.LocalGrafana;
import heed.app.demo.prometheus.LocalMonitoring;
import heed.app.demo.prometheus.MonitoringException;
import heed.app.demo.prometheus.MonitoringPrograms;
import heed.app.server.embedded.TemporaryDirectory;
import heed.app.settings.Settings;
import heed.app.terminal.MovingLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            "  heed demo --with-prometheus  starts Prometheus and Alertmanager too, and Grafana where it is installed",
            "",
            "Everything is in a temporary directory that is deleted at the end, unless --data says where."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int PROMETHEUS_PORT = 9090;
    private static final int ALERTMANAGER_PORT = 9093;
    private static final int GRAFANA_PORT = 3000;
    /** Days pass in seconds: what would do for a ward is too slow to watch. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Demo.Companion ALONE = new Demo.Companion() {

        @Override
        public List<String> addresses() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    };

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private OpenPage openPage;

    @Option(names = "--fast", description = "A hundred days in under a minute.")
    private boolean fast;

    @Option(names = "--once", description = "Replay at full speed, which is faster than --fast, print a summary, end.")
    private boolean once;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Another seed, other responses. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--with-prometheus",
            description =
                    "Start Prometheus and Alertmanager beside it, on this machine alone, and Grafana where it is installed.")
    private boolean withPrometheus;

    @Spec
    private CommandSpec spec;

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (withPrometheus && once) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--once ends before Prometheus has seen anything: leave out --once or --with-prometheus.");
        }
        Optional<MonitoringPrograms> programs = withPrometheus
                ? Optional.of(MonitoringPrograms.find(context.environment().getOrDefault("PATH", "")))
                : Optional.empty();
        try (var stopper = new Stopper(context.err());
                var line = MovingLine.begin(context.out(), context.err(), context.clock());
                var directory = new TemporaryDirectory("heed-demo-")) {
            line.awaits("starting");
            Settings settings =
                    options.read(context, Map.of("data", directory.path().toString()));
            openPage.check(settings);
            Path log = Logs.toFileIn(settings.data().resolve("logs"), settings.log());
            var demo = new Demo(
                    DemoPorts.free(settings, line::say), seed, context.http().get(), context.clock(), line);
            line.say("Log: " + log);
            return once
                    ? demo.once()
                    : demo.live(
                            fast ? Pace.FAST : Pace.WATCHABLE,
                            page -> programs.isPresent() ? watched(programs.get(), settings, page, line) : ALONE,
                            stopper.asked());
        }
    }

    private Watching watched(MonitoringPrograms programs, Settings settings, URI page, MovingLine line)
            throws InterruptedException {
        line.awaits("waiting for Prometheus and Alertmanager");
        Path home = context.home().orElse(Path.of("")).resolve("monitoring");
        int prometheus = DemoPorts.free("Prometheus", PROMETHEUS_PORT, line::say);
        int alertmanager = DemoPorts.free("Alertmanager", ALERTMANAGER_PORT, line::say);
        var setup = new LocalMonitoring.Setup(
                programs,
                home,
                home.resolve("alertmanager").resolve("alertmanager.yml"),
                settings.data().resolve("monitoring"),
                INTERVAL,
                prometheus,
                alertmanager);
        List<String> addresses = List.of(
                "Prometheus   http://127.0.0.1:" + prometheus + "/alerts",
                "Alertmanager http://127.0.0.1:" + alertmanager + "/");
        LocalMonitoring monitoring =
                LocalMonitoring.start(setup, page, context.http().get());
        try {
            return new Watching(monitoring, addresses, drawn(home, settings, prometheus, line));
        } catch (RuntimeException | InterruptedException e) {
            monitoring.close();
            throw e;
        }
    }

    /** The demo is whole without Grafana: one that does not start is said, and left out. */
    private Optional<Drawn> drawn(Path home, Settings settings, int prometheus, MovingLine line)
            throws InterruptedException {
        Optional<GrafanaProgram> program =
                GrafanaProgram.find(context.environment().getOrDefault("PATH", ""));
        if (program.isEmpty()) {
            return Optional.empty();
        }
        line.awaits("waiting for Grafana");
        int port = DemoPorts.free("Grafana", GRAFANA_PORT, line::say);
        try {
            LocalGrafana grafana = LocalGrafana.start(
                    new LocalGrafana.Setup(
                            program.get(),
                            home,
                            settings.data().resolve("grafana"),
                            port,
                            URI.create("http://127.0.0.1:" + prometheus)),
                    context.http().get());
            return Optional.of(
                    new Drawn(grafana, "Grafana      http://127.0.0.1:" + port + "/d/heed-health-and-drops"));
        } catch (MonitoringException e) {
            line.say("Without Grafana: " + e.getMessage());
            return Optional.empty();
        }
    }

    private record Drawn(LocalGrafana grafana, String address) {}

    private record Watching(LocalMonitoring monitoring, List<String> monitored, Optional<Drawn> drawn)
            implements Demo.Companion {

        @Override
        public List<String> addresses() {
            List<String> addresses = new ArrayList<>(monitored);
            drawn.map(Drawn::address).ifPresent(addresses::add);
            return addresses;
        }

        @Override
        public void close() {
            try {
                drawn.map(Drawn::grafana).ifPresent(LocalGrafana::close);
            } finally {
                monitoring.close();
            }
        }
    }
}

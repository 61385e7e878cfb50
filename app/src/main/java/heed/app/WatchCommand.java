package heed.app;

import heed.app.history.HistoryWatch;
import heed.topology.time.ZoneCalendar;
import heed.topology.watch.WatchRule;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches a history of one's own, without a server. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Finds the drops in a history of scores, as Heed would have found them live.",
        footer = {
            "",
            "Examples:",
            "  heed watch answers.csv",
            "  heed watch answers.csv --t0 730 --zone Europe/London --state",
            "  zcat answers.csv.gz | heed watch - > events.jsonl",
            "",
            "A line is key,epoch_ms,score: any name of what is watched, when the answer was given in milliseconds",
            "since 1970, and its score from 0 (worst) to 1 (best). A fourth value of -1 takes such an answer back.",
            "No line of headings. Lines are taken in the order of the file, which should be that of their arrival:",
            "an answer more than two days older than the newest of its key is only counted as late.",
            "",
            "Prints a JSON object a line: LEARNED, ALARM, RECOVERED. A line that is wrong ends the command with 1;",
            "the events of the lines before it have been printed then, and --state prints nothing."
        })
final class WatchCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final World world;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The history; - reads standard input.")
    private String file;

    @Option(
            names = "--t0",
            paramLabel = "DAYS",
            defaultValue = "365",
            description =
                    "Days between false alarms that each key is held to, 1 to 1,000,000; default: ${DEFAULT-VALUE}.")
    private double targetDays;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone whose days and hours are meant; default: ${DEFAULT-VALUE}.")
    private String zone;

    @Option(names = "--state", description = "Also print, at the end, where the watch over each key stands.")
    private boolean state;

    WatchCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        // A flush an event would cost more than the watch.
        PrintWriter out = new PrintWriter(world.out(), false);
        var watch = new HistoryWatch(rule(), new ZoneCalendar(zone()), out);
        try (InputStream in = open();
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            watch.read(file.equals(STANDARD_INPUT) ? "standard input" : file, reader);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8; save it as CSV in UTF-8", e);
        } finally {
            out.flush();
        }
        if (state) {
            watch.printStates();
            out.flush();
        }
        return 0;
    }

    private InputStream open() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new FileInputStream(FileDescriptor.in);
        }
        if (!Files.exists(Path.of(file))) {
            throw new IOException("there is no file " + file);
        }
        return Files.newInputStream(Path.of(file));
    }

    private WatchRule rule() {
        try {
            return new WatchRule(targetDays);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--t0: " + e.getMessage(), e);
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--zone: \"" + zone + "\" is no time zone, give one such as Europe/London", e);
        }
    }
}

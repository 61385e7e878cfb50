package heed.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import heed.topology.detect.WatchHistory;
import heed.topology.detect.WatchMethod;
import heed.topology.detect.WatchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds alarms in a file of a hospital's own answers. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        defaultValueProvider = DeclaredDefaults.class,
        description = "Finds alarms in a history of your own, by the same detector as the running pipeline. "
                + "RECOVERED: half of a fall is gone.",
        footer = {
            "",
            "Examples:",
            "  heed watch answers.csv",
            "  heed watch answers.csv --zone Europe/London --t0 730 --state",
            "  zcat answers.csv.gz | heed watch - | jq -r 'select(.type == \"ALARM\") | [.key, .drop] | @tsv'",
            "",
            "Each line of the file is an answer, key,time,score, without a header: what is watched (a hospital, ward or",
            "measure, any code without commas or quotes), when it was given, and how good it was from 0 to 1:",
            "  H1,2024-01-01,100%%",
            "  H1,2024-01-01T08:35:47Z,0.75",
            "  H1,1704098147009,0.75,-1",
            "The third, whose time is in epoch milliseconds, takes the second back. A date alone is noon in the zone. A file may have many keys; each is watched by itself. Lines are taken in",
            "the order of the file: an answer of a day that is more than two before its key's newest is not counted.",
            "",
            "Prints a JSON object a line: LEARNED once a key has " + WatchRule.LEAST_LEARNED_DAYS + " days and "
                    + WatchRule.LEAST_LEARNED_ANSWERS + " answers, ALARM, RECOVERED; times in",
            "epoch milliseconds, scores from 0 to 1. The memory it needs grows with the keys, not with the answers.",
            "At a line that can't be read it stops, says which, and exits with 1; what came of the lines before it has",
            "been printed by then, and states are not."
        })
final class WatchCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final CommandContext context;
    private final InputStream in;
    /**
     * Writes numbers by its own rules: those of Java differ between its releases, and a verdict must compare as text
     * too.
     */
    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8; - reads standard input.")
    private String file;

    @Option(
            names = "--t0",
            paramLabel = "DAYS",
            defaultValue = "365",
            description = "Mean days between false alarms of a key; default ${DEFAULT-VALUE}.")
    private double targetDays;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            converter = WatchMethodConverter.class,
            description = "Method to watch by, watch-1 or watch-2; default ${DEFAULT-VALUE}.")
    private WatchMethod method;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Zone whose days and hours count, such as Europe/London; default ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(names = "--state", description = "At the end, also print what is known of each key, sorted by key.")
    private boolean states;

    /** Reads standard input from {@code in}. */
    WatchCommand(CommandContext context, InputStream in) {
        this.context = context;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        WatchHistory history = new WatchHistory(rule(), zone, this::print);
        if (file.equals(STANDARD_INPUT)) {
            HistoryFile.read("standard input", in, zone, history);
        } else {
            try (InputStream opened = Files.newInputStream(Path.of(file))) {
                HistoryFile.read(file, opened, zone, history);
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("there is no file " + file, e);
            } catch (AccessDeniedException e) {
                throw new IllegalArgumentException(file + " may not be read by you; make it readable", e);
            } catch (IOException e) {
                throw new IllegalArgumentException(file + " can't be read: " + e.getMessage() + "; name a CSV file", e);
            }
        }
        if (states) {
            history.sayStates();
        }
        return 0;
    }

    private WatchRule rule() {
        try {
            return new WatchRule(targetDays).by(method);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--t0: " + e.getMessage(), e);
        }
    }

    private void print(Map<String, Object> line) {
        try {
            context.out().println(json.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written as JSON", e);
        }
    }
}

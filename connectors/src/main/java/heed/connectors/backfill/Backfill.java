package heed.connectors.backfill;

import heed.connectors.Beginning;
import heed.connectors.FeedbackWriter;
import heed.connectors.ImportProgress;
import heed.connectors.ImportWriting;
import heed.connectors.heard.FeedbackLog;
import heed.connectors.submission.Problem;
import heed.connectors.submission.Problems;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Brings in a history of real days.
 *
 * <p><b>Arrival time.</b> A response arrives when it was given. So it is never late, and what becomes of it follows
 * from the log alone.
 *
 * <p><b>Before, not after.</b> The watch goes forward: days before those that it has seen teach it nothing. So a
 * hospital that has responses of its own is refused, and so are responses older than the history that is there. Nothing
 * is written then.
 *
 * <p><b>Interrupted.</b> What was acknowledged stays; the same file again writes what is missing.
 */
public final class Backfill {

    private static final int MOST_NAMED = 20;

    private final BackfillFile file;
    private final Path path;
    private final FeedbackLog log;
    private final Deserializer<Feedback> values;
    private final Function<String, ZoneId> zones;

    /**
     * Prepares to bring in a file.
     *
     * @param zones the zone of a hospital, by its code
     * @param log what the feedback topic has
     * @param now no response may have been given more than an hour later
     */
    public Backfill(
            Path path,
            Questionnaires questionnaires,
            Function<String, ZoneId> zones,
            FeedbackLog log,
            Deserializer<Feedback> values,
            Instant now) {
        this.path = path;
        this.zones = zones;
        this.log = log;
        this.values = values;
        this.file = new BackfillFile(path, questionnaires, zones, now);
    }

    /**
     * Checks the whole file and what the topic has, tells {@code beginning}, then writes with {@code writer}, which
     * marks what it writes as a history; returns when all of it is acknowledged.
     *
     * @throws BackfillException where anything is wrong, before anything is written; or where writing stopped
     */
    public BackfillSummary run(FeedbackWriter writer, ImportProgress progress, Beginning beginning)
            throws InterruptedException {
        try {
            List<BackfillLine> lines = checked();
            Set<String> hospitals =
                    lines.stream().map(BackfillLine::hospital).collect(Collectors.toCollection(TreeSet::new));
            var heard = new HeardBefore(hospitals, zones, values);
            heard.readOn(log);
            requireBeforeAllElse(heard, lines);
            beginning.begin();
            long written = write(lines, heard, writer, progress);
            heard.readOn(log);
            return new BackfillSummary(
                    written,
                    lines.size() - written,
                    hospitals.size(),
                    Instant.ofEpochMilli(lines.get(0).givenAtMs()),
                    Instant.ofEpochMilli(lines.get(lines.size() - 1).givenAtMs()),
                    List.copyOf(heard.firstOwn().keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + path + ": " + e.getMessage(), e);
        }
    }

    private List<BackfillLine> checked() throws IOException {
        var problems = new Problems();
        List<BackfillLine> lines = file.check(problems);
        if (problems.count() > 0) {
            throw new BackfillException(problems.count() + " thing(s) are wrong in " + path + ", nothing was written:\n"
                    + problems.listed().stream()
                            .limit(MOST_NAMED)
                            .map(Backfill::text)
                            .collect(Collectors.joining("\n"))
                    + (problems.count() > MOST_NAMED ? "\n  and more" : ""));
        }
        if (lines.isEmpty()) {
            throw new BackfillException(
                    path + " has no responses; a history has a JSON object a line, as POST /feedback" + " takes them");
        }
        return lines;
    }

    private static String text(Problem problem) {
        return "  " + problem.path() + " " + problem.message()
                + (problem.allowed().isEmpty() ? "" : ": " + String.join(", ", problem.allowed()));
    }

    private void requireBeforeAllElse(HeardBefore heard, List<BackfillLine> lines) throws IOException {
        if (!heard.firstOwn().isEmpty()) {
            throw new BackfillException("nothing was written: "
                    + named(heard.firstOwn().entrySet().stream()
                            .map(own -> own.getKey() + " has responses of its own since " + own.getValue())
                            .toList())
                    + ". The watch goes forward in time, so a history comes before them. Leave such hospitals out of"
                    + " the file: they are learned from what comes in. Or begin anew, with an empty data directory or"
                    + " empty topics: first the history, then everything since.");
        }
        List<String> twice = file.months().stream()
                .filter(heard.months()::isPublished)
                .map(month -> month.hospital() + " has published figures of " + month.questionnaire() + " for "
                        + month.month())
                .sorted()
                .toList();
        if (!twice.isEmpty()) {
            throw new BackfillException("nothing was written: " + named(twice)
                    + ". With the history each of these months would count twice: leave it out of the file, or begin"
                    + " anew without importing it.");
        }
        requireNotOlderThanWhatIsThere(heard, lines);
    }

    private void requireNotOlderThanWhatIsThere(HeardBefore heard, List<BackfillLine> lines) throws IOException {
        if (heard.backfilled() == 0) {
            return;
        }
        Set<String> older = new TreeSet<>();
        try (var opened = new RandomAccessFile(path.toFile(), "r")) {
            for (BackfillLine line : lines) {
                boolean before = heard.newestBackfilled(line.hospital())
                        .filter(newest -> line.givenAtMs() < newest.toEpochMilli())
                        .isPresent();
                if (before && !heard.isBackfilled(file.read(opened, line))) {
                    older.add(line.hospital() + " has a history until "
                            + heard.newestBackfilled(line.hospital()).orElseThrow());
                }
            }
        }
        if (!older.isEmpty()) {
            throw new BackfillException("nothing was written: " + named(List.copyOf(older))
                    + ", and the file has older responses that are not in it. Histories come in the order of time:"
                    + " begin anew, with all of it in one file or the oldest file first.");
        }
    }

    private static String named(List<String> all) {
        return all.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                + (all.size() > MOST_NAMED ? "; and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    private long write(List<BackfillLine> lines, HeardBefore heard, FeedbackWriter writer, ImportProgress progress)
            throws IOException, InterruptedException {
        var writing = new ImportWriting(progress, lines.size(), Backfill::stopped);
        try (var opened = new RandomAccessFile(path.toFile(), "r")) {
            for (BackfillLine line : lines) {
                Feedback feedback = file.read(opened, line);
                if (!heard.isBackfilled(feedback)) {
                    writing.await(writer.write(feedback, feedback.getGivenAt()));
                }
            }
        }
        return writing.awaitAll();
    }

    private static BackfillException stopped(Throwable failure, long safe) {
        return new BackfillException(
                "stopped, " + failure.getMessage() + ": " + safe
                        + " responses are safe. The same file again writes what is missing, each once",
                failure);
    }
}

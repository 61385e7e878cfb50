package heed.connectors.rows;

import heed.connectors.Beginning;
import heed.connectors.ImportProgress;
import heed.connectors.ImportWriting;
import heed.connectors.heard.FeedbackLog;
import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Imports a file whose rows are responses.
 *
 * <p><b>Arrival time.</b> They arrive now, as they would over HTTP: what was given longer ago than the lateness is
 * refused, row by row.
 *
 * <p><b>Again.</b> What is on the topic already is not written again. An id that is there with other answers is refused
 * and named, and so is a month of which published figures are there.
 *
 * <p><b>Memory.</b> The file is read twice, and of each row its id and a hash are kept.
 */
public final class RowImport {

    private final RowFile file;
    private final Duration lateness;
    private final Instant now;

    /**
     * Prepares to import {@code file}; {@code lateness} is how long after it was given the pipeline still takes a
     * response.
     */
    public RowImport(RowFile file, Duration lateness, Instant now) {
        this.file = file;
        this.lateness = lateness;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Imports all rows that are right, having told {@code beginning}, and returns when every one is acknowledged.
     *
     * @throws RowsException where nothing can be imported, or the topic stops taking responses
     */
    public RowSummary run(
            FeedbackLog log,
            Deserializer<Feedback> values,
            SubmissionWriter writer,
            ImportProgress progress,
            Beginning beginning)
            throws InterruptedException {
        var problems = new Problems();
        RowMapper places = file.mapper(now);
        var rows = new CheckedRows(places, file.hospitals(), problems);
        var pass = new RowPass(file, now, lateness, problems);
        pass.run((each, line) -> rows.take(each.response(), line));
        rows.readOn(log, values);
        beginning.begin();
        var writing = new ImportWriting(progress, rows.total(), RowImport::stopped);
        var comments = new AtomicReference<>(RowComments.NONE);
        new RowPass(file, now, lateness, new Problems()).run((each, line) -> {
            if (rows.isToBeWritten(each.response())) {
                writing.await(writer.write(each, now));
                comments.updateAndGet(all -> all.and(each.words()));
            }
        });
        long written = writing.awaitAll();
        List<String> published = new ArrayList<>();
        rows.published().forEach((month, count) -> published.add(month + " (" + count + " rows)"));
        return new RowSummary(
                written,
                rows.known(),
                rows.repeated(),
                rows.hospitals(),
                pass.leftOut(),
                pass.unanswered(),
                pass.refused() + rows.refused(),
                published,
                problems.listed(),
                Objects.requireNonNull(comments.get(), "there is a count from the beginning"));
    }

    /** Hands over the responses of a file as they would be imported, of whatever age, and returns what is wrong. */
    public Problems read(Consumer<Feedback> taker) {
        var problems = new Problems();
        new RowPass(file, now, Duration.between(Instant.EPOCH, now), problems)
                .run((each, line) -> taker.accept(each.response()));
        return problems;
    }

    private static RowsException stopped(Throwable failure, long safe) {
        return new RowsException(
                "stopped, " + failure.getMessage() + ": " + safe
                        + " responses are safe. The same file again writes what is missing, each once",
                failure);
    }
}

package heed.connectors.rows;

import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjLongConsumer;

/**
 * Reads a file's rows as {@link RowImport} does, for whoever keeps account of how far it has come: in one pass, each id
 * once, and without looking for what the topic has. Rows that were taken before are read too, since ids hang on how
 * many rows like theirs came before, but not handed over.
 */
public final class RowFeed {

    private final RowFile file;
    private final Instant now;
    private final Duration lateness;
    private long handedOver;
    private long repeated;
    private long otherwise;

    /**
     * Prepares to read {@code file}, whose rows arrive {@code now}; {@code lateness} is how long after it was given the
     * pipeline still takes a response.
     */
    public RowFeed(RowFile file, Duration lateness, Instant now) {
        this.file = file;
        this.lateness = lateness;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns when the rows arrive. */
    public Instant arrival() {
        return now;
    }

    /**
     * Hands over, with its line, each response that begins on a line behind {@code after}.
     *
     * @return what came of the file: {@code written} counts what was handed over, and nothing was looked for on topics
     * @throws heed.connectors.table.TableException where the file can't be read to its end
     */
    public RowSummary run(long after, ObjLongConsumer<Submission> taker) {
        var problems = new Problems();
        var seen = new RowsSeen();
        Set<String> hospitals = new HashSet<>();
        var comments = new AtomicReference<>(RowComments.NONE);
        RowMapper places = file.mapper(now);
        var pass = new RowPass(file, now, lateness, problems);
        pass.run((each, line) -> {
            RowsSeen.Row first = seen.take(each.response(), line);
            if (first == null) {
                hospitals.add(each.response().getHospital());
                if (line > after) {
                    handedOver++;
                    comments.updateAndGet(all -> all.and(each.words()));
                    taker.accept(each, line);
                }
            } else if (first.says(each.response())) {
                repeated++;
            } else {
                otherwise++;
                problems.add(places.place(line), first.refusal());
            }
        });
        return new RowSummary(
                handedOver,
                0,
                repeated,
                hospitals.size(),
                pass.leftOut(),
                pass.unanswered(),
                pass.refused() + otherwise,
                List.of(),
                problems.listed(),
                Objects.requireNonNull(comments.get(), "there is a count from the beginning"));
    }
}

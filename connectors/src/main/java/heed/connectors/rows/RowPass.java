package heed.connectors.rows;

import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.table.RowTaker;
import heed.connectors.table.TableRow;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ObjLongConsumer;

/** Goes through a file once: each row is a response, is left out, has no answer, or is refused. */
final class RowPass {

    private final RowFile file;
    private final Instant now;
    private final Duration lateness;
    private final Problems problems;
    private long leftOut;
    private long unanswered;
    private long refused;

    /**
     * Prepares to go through {@code file}.
     *
     * @param lateness how long ago a response may have been given
     * @param problems is told what is wrong with rows
     */
    RowPass(RowFile file, Instant now, Duration lateness, Problems problems) {
        this.file = file;
        this.now = now;
        this.lateness = lateness;
        this.problems = problems;
    }

    /** Hands over each response with its line. */
    void run(ObjLongConsumer<Submission> taker) {
        RowMapper reader = file.mapper(now);
        file.table().read(new RowTaker() {
            @Override
            public void take(TableRow row) {
                if (reader.leavesOut(row)) {
                    leftOut++;
                } else if (reader.isUnanswered(row)) {
                    unanswered++;
                } else {
                    reader.read(row, problems)
                            .filter(each -> isInTime(reader, row, each.response()))
                            .ifPresentOrElse(each -> taker.accept(each, row.line()), () -> refused++);
                }
            }

            @Override
            public void refuse(long line, String why) {
                refused++;
                problems.add(reader.place(line), why);
            }
        });
    }

    private boolean isInTime(RowMapper reader, TableRow row, Feedback feedback) {
        if (!feedback.getGivenAt().isBefore(now.minus(lateness))) {
            return true;
        }
        problems.add(
                reader.place(row.line()).field("given_at"),
                "is more than " + lateness.toDays() + " days ago, the lateness; what is older comes in as a history, by"
                        + " --print and `heed backfill`");
        return false;
    }

    /** Returns how many rows the mapping left out. */
    long leftOut() {
        return leftOut;
    }

    /** Returns how many rows answered none of the questions. */
    long unanswered() {
        return unanswered;
    }

    /** Returns how many rows something was wrong with. */
    long refused() {
        return refused;
    }
}

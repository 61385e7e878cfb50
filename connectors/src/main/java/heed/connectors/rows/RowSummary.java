package heed.connectors.rows;

import heed.connectors.submission.Problem;
import java.util.List;

/**
 * What came of importing the rows of a file.
 *
 * @param written responses that are safe on the topic now
 * @param known responses that had been there before
 * @param repeated rows that said the same under an id that a row above has
 * @param hospitals how many hospitals the rows are of
 * @param leftOut rows that the mapping leaves out
 * @param unanswered rows that answer none of the questions
 * @param refused rows that something is wrong with
 * @param published of which months there are published figures, and so no row was taken; as text
 * @param problems the first of what is wrong
 * @param comments what came of what patients wrote
 */
public record RowSummary(
        long written,
        long known,
        long repeated,
        int hospitals,
        long leftOut,
        long unanswered,
        long refused,
        List<String> published,
        List<Problem> problems,
        RowComments comments) {

    public RowSummary {
        published = List.copyOf(published);
        problems = List.copyOf(problems);
    }
}

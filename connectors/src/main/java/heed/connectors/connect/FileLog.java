package heed.connectors.connect;

import heed.connectors.rows.RowSummary;
import heed.connectors.submission.Problem;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the worker's log what became of files: never what stands in them. */
final class FileLog {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackFileSourceTask.class);
    private static final int MOST_NAMED = 100;

    void begins(SourceFile file, FilePlace place) {
        LOG.info("A file is read file={} content={} behind_line={}", file.name(), file.content(), place.line());
    }

    /** Says what came of a file, and names the first of its rows that something is wrong with. */
    void finished(SourceFile file, RowSummary summary) {
        List<Problem> problems = summary.problems();
        problems.stream().limit(MOST_NAMED).forEach(FileLog::refused);
        if (summary.refused() > MOST_NAMED) {
            LOG.warn("More rows are refused than are named file={} refused={}", file.name(), summary.refused());
        }
        LOG.info(
                "A file is read to its end file={} responses={} repeated={} left_out={} unanswered={} refused={}"
                        + " comments={} comments_refused={}",
                file.name(),
                summary.written(),
                summary.repeated(),
                summary.leftOut(),
                summary.unanswered(),
                summary.refused(),
                summary.comments().kept(),
                summary.comments().refused());
    }

    private static void refused(Problem problem) {
        LOG.warn(
                "A row is refused: {} {}{}",
                problem.path(),
                problem.message(),
                problem.allowed().isEmpty() ? "" : ": " + String.join(", ", problem.allowed()));
    }

    void changed(SourceFile file) {
        LOG.warn(
                "A file was changed or taken away while it was read; it is read again, from its first row, when it"
                        + " stands still file={}",
                file.name());
    }

    void unreadable(String why) {
        LOG.error("A file can't be read and is passed over until it changes: {}", why);
    }

    void closed(String why) {
        LOG.error("A file can't be read and is passed over for as long as that is so: {}", why);
    }

    void replaced(Path path) {
        LOG.warn(
                "Another file has taken the place of one that is in Heed; it stays, and is read when it stands still"
                        + " file={}",
                path.getFileName());
    }

    void moved(Path path) {
        LOG.info("A file is in Heed and was moved away file={}", path.getFileName());
    }
}

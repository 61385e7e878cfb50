package heed.connectors.intake;

import heed.connectors.json.JsonPath;
import heed.connectors.json.JsonReader;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.submission.Submitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a request: one submission, or an array of them that is taken or refused as a whole. */
final class FeedbackParser {

    private final SubmissionReader submissions;

    FeedbackParser(SubmissionReader submissions) {
        this.submissions = submissions;
    }

    /**
     * Returns the submissions in their order; what is wrong is added to {@code problems}, and then none of them may be
     * used.
     *
     * @param arrival when the request arrived, in whole milliseconds
     */
    List<Submission> parse(byte[] body, Instant arrival, Problems problems) {
        Optional<Submitted> json = JsonReader.read(body, JsonPath.ROOT, problems);
        if (json.isEmpty()) {
            return List.of();
        }
        if (!(json.get() instanceof Submitted.Items array)) {
            return submissions.read(JsonPath.ROOT, json.get(), arrival, problems).stream()
                    .toList();
        }
        if (array.items().isEmpty()) {
            problems.add(JsonPath.ROOT, "must hold at least one submission");
        }
        List<Submission> read = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            submissions
                    .read(JsonPath.ROOT.item(i), array.items().get(i), arrival, problems)
                    .ifPresent(read::add);
        }
        return read;
    }
}

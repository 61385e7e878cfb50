package heed.connectors.rows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a response as {@code POST /feedback} and {@code heed backfill} take it: a JSON object on a line. */
public final class SubmissionLine {

    private static final JsonMapper JSON = new JsonMapper();

    private SubmissionLine() {}

    /** Returns the line, without its end. */
    public static String of(Feedback feedback) {
        ObjectNode line = JSON.createObjectNode();
        line.put("feedback_id", feedback.getFeedbackId());
        if (feedback.getRevision() > 1) {
            line.put("revision", feedback.getRevision());
        }
        line.put("hospital", feedback.getHospital());
        put(line, "unit", feedback.getUnit());
        line.put("questionnaire", feedback.getQuestionnaire());
        line.put("given_at", feedback.getGivenAt().toString());
        if (feedback.getChannel() != Channel.UNKNOWN) {
            line.put("channel", feedback.getChannel().name().toLowerCase(Locale.ROOT));
        }
        put(line, "language", feedback.getLanguage());
        put(line, "age_band", feedback.getAgeBand());
        ObjectNode answers = line.putObject("answers");
        feedback.getAnswers().forEach(answer -> answers.put(answer.getQuestion(), answer.getAnswer()));
        return line.toString();
    }

    private static void put(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}

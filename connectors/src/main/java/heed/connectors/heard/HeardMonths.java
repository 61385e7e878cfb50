package heed.connectors.heard;

import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Knows of which months the feedback topic has published figures, and of which it has responses, live or of a history.
 *
 * <p>A month is to have one or the other. Of both, its patients would count twice; and what is published is known to
 * everybody, so a month's score less the published one gives away what the responses say, however few they are.
 */
public final class HeardMonths {

    private final Function<String, ZoneId> zones;
    private final Set<HeardMonth> published = new HashSet<>();
    private final Set<HeardMonth> answered = new HashSet<>();

    /** Knows of none yet. */
    public HeardMonths(Function<String, ZoneId> zones) {
        this.zones = zones;
    }

    /** Returns the months of {@code hospitals} of which {@code log} has anything. */
    public static HeardMonths in(
            FeedbackLog log, Set<String> hospitals, Function<String, ZoneId> zones, Deserializer<Feedback> values) {
        var months = new HeardMonths(zones);
        log.readOn(hospitals, values, (record, feedback) -> months.take(feedback));
        return months;
    }

    /** Takes a response, or what stands for one that is published. */
    public void take(Feedback feedback) {
        Set<HeardMonth> months = feedback.getChannel() == Channel.PUBLISHED ? published : answered;
        months.add(HeardMonth.of(feedback, zones));
    }

    /** Tells whether published figures of a month are there. */
    public boolean isPublished(HeardMonth month) {
        return published.contains(month);
    }

    /** Tells whether responses of a month are there. */
    public boolean isAnswered(HeardMonth month) {
        return answered.contains(month);
    }
}

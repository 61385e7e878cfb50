package heed.schemas.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Names the headers of {@link Topics#FEEDBACK}. None holds anything of a patient. */
public final class FeedbackHeaders {

    /**
     * Marks a response of a history that was brought in on purpose: its record's timestamp is when it was given, else
     * the mark is not believed. There is no more to it than that it is there.
     */
    public static final String BACKFILL = "heed.backfill";

    private FeedbackHeaders() {}

    /** Returns the mark of a history. */
    public static Header backfill() {
        return new RecordHeader(BACKFILL, "1".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says whether a record is of a history: it bears the mark, and arrived when it was given. A mark alone is not
     * believed, since what is of a history is not listened for.
     */
    public static boolean isBackfill(Headers headers, long arrivalMs, long givenAtMs) {
        return arrivalMs == givenAtMs && headers.lastHeader(BACKFILL) != null;
    }
}

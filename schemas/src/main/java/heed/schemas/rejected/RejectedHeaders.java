package heed.schemas.rejected;

import heed.schemas.topic.Topics;
import java.util.List;

/** Names the headers of {@link Topics#REJECTED}. Values are UTF-8 strings; none holds an answer or a comment. */
public final class RejectedHeaders {

    /** Wire code of a {@link RejectionReason}. */
    public static final String REASON = "heed.reason";

    /** The step that refused the record, for example {@code admit}. */
    public static final String STEP = "heed.step";

    /** Topic that the record came from. */
    public static final String SOURCE_TOPIC = "heed.source.topic";

    /** Partition that the record came from, decimal. */
    public static final String SOURCE_PARTITION = "heed.source.partition";

    /** Offset of the record in its partition, decimal. */
    public static final String SOURCE_OFFSET = "heed.source.offset";

    /** Timestamp of the record (its arrival time), milliseconds since 1970, decimal; -1 where it had none. */
    public static final String SOURCE_TIMESTAMP = "heed.source.timestamp";

    /** What exactly was wrong, in words. */
    public static final String DETAIL = "heed.detail";

    private static final List<String> ALL =
            List.of(REASON, STEP, SOURCE_TOPIC, SOURCE_PARTITION, SOURCE_OFFSET, SOURCE_TIMESTAMP, DETAIL);

    private RejectedHeaders() {}

    /** Returns every header's name. */
    public static List<String> all() {
        return ALL;
    }
}

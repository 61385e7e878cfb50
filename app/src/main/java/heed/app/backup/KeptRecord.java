package heed.app.backup;

import heed.schemas.topic.Topic;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic with all that has to come back.
 *
 * @param timestamp milliseconds since 1970, as the topic has it
 * @param value bytes in the wire format, or whatever somebody wrote
 */
@SuppressWarnings("ArrayRecordComponent")
record KeptRecord(
        Topic<?> topic,
        int partition,
        long timestamp,
        @Nullable String key,
        byte @Nullable [] value,
        List<Header> headers) {}

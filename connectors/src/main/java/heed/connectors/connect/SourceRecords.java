package heed.connectors.connect;

import heed.connectors.FeedbackWriter;
import heed.connectors.words.CommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.key.CommentKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of Connect of what {@link SubmissionWriter} would write: the same topics, keys, bytes and timestamps.
 * The place behind a row is on its last record alone: whoever goes on from a place has all of the rows before it.
 */
final class SourceRecords {

    private final Serializer<Feedback> responses;
    private final Serializer<Comment> comments;
    private final SubmissionWriter writer = new SubmissionWriter(new Responses(), new Comments());
    private final List<Unplaced> unplaced = new ArrayList<>();

    /** Takes what turns records into bytes. */
    SourceRecords(TopicSerdes serdes) {
        this.responses = serdes.of(Topics.FEEDBACK).serializer();
        this.comments = serdes.of(Topics.COMMENTS).serializer();
    }

    /** A record but for its place. */
    private interface Unplaced {
        SourceRecord at(Map<String, ?> partition, Map<String, ?> offset);
    }

    /** Returns the records of the row that comes next in a file. */
    List<SourceRecord> of(FileReading.Row row, FileReading file) {
        unplaced.clear();
        var unused = writer.write(row.submission(), row.arrival());
        List<SourceRecord> records = new ArrayList<>();
        for (Unplaced each : unplaced) {
            boolean isLast = records.size() == unplaced.size() - 1;
            FilePlace place = isLast ? file.placeBehind(row) : file.taken();
            records.add(each.at(file.file().partition(), place.offset()));
        }
        return records;
    }

    private CompletionStage<Void> add(String topic, String key, byte @Nullable [] value, @Nullable Long timestamp) {
        unplaced.add((partition, offset) -> new SourceRecord(
                partition,
                offset,
                topic,
                null,
                Schema.BYTES_SCHEMA,
                key.getBytes(StandardCharsets.UTF_8),
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                timestamp));
        return CompletableFuture.completedFuture(null);
    }

    private final class Responses implements FeedbackWriter {

        @Override
        public CompletionStage<Void> write(Feedback feedback, Instant arrival) {
            String topic = Topics.FEEDBACK.name();
            return add(topic, feedback.getHospital(), responses.serialize(topic, feedback), arrival.toEpochMilli());
        }
    }

    private final class Comments implements CommentWriter {

        @Override
        public CompletionStage<Void> put(Comment comment) {
            String topic = Topics.COMMENTS.name();
            return add(topic, CommentKey.of(comment).text(), comments.serialize(topic, comment), null);
        }

        @Override
        public CompletionStage<Void> remove(CommentKey key) {
            return add(Topics.COMMENTS.name(), key.text(), null, null);
        }
    }
}

package heed.app.audit;

import heed.schemas.Score;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Goes through one partition of the score topic and notes, for the newest score of each key, where it lies and whether
 * it equals its row. Keys that the recount has no row of are collected.
 */
final class ScoreComparison {

    private final RowKeys finder;
    private final RowCheck check;
    private final Deserializer<Score> deserializer;
    private final Set<String> unexpected;

    ScoreComparison(RowKeys finder, RowCheck check, Deserializer<Score> deserializer, Set<String> unexpected) {
        this.finder = finder;
        this.check = check;
        this.deserializer = deserializer;
        this.unexpected = unexpected;
    }

    /** Says where a score lies and whether it differs, as one number. */
    record Said(int partition, long offset, Verdict verdict) {

        private static final int PARTITION_BITS = 20;

        enum Verdict {
            EQUAL,
            DIFFERENT
        }

        static Said of(long packed) {
            return new Said(
                    (int) (packed >>> 1) & ((1 << PARTITION_BITS) - 1),
                    packed >>> (PARTITION_BITS + 1),
                    (packed & 1) == 0 ? Verdict.EQUAL : Verdict.DIFFERENT);
        }

        long packed() {
            return offset << (PARTITION_BITS + 1) | (long) partition << 1 | (verdict == Verdict.EQUAL ? 0 : 1);
        }
    }

    /** Notes one score. */
    void note(ConsumerRecord<byte[], byte[]> record) {
        String key = key(record);
        RowKeys.Found found = finder.find(key);
        if (found == null) {
            if (record.value() == null) {
                unexpected.remove(key);
            } else {
                unexpected.add(key);
            }
        } else if (record.value() == null) {
            found.recount().rows().said(found.row(), Rows.NONE);
        } else {
            Said.Verdict verdict = differences(record, found).isEmpty() ? Said.Verdict.EQUAL : Said.Verdict.DIFFERENT;
            Said said = new Said(record.partition(), record.offset(), verdict);
            found.recount().rows().said(found.row(), said.packed());
        }
    }

    /** Returns in what a score differs from the row of its key. */
    List<RecountReport.Difference> differences(ConsumerRecord<byte[], byte[]> record, RowKeys.Found found) {
        String key = key(record);
        try {
            Score score = deserializer.deserialize(Topics.SCORES.name(), record.value());
            return check.differences(key, score, found.recount(), found.row());
        } catch (SerializationException e) {
            return List.of(
                    new RecountReport.Difference(key, "value", "unreadable (" + e.getMessage() + ")", "a score"));
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}

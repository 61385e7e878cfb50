package heed.bench;

import heed.schemas.topic.Topic;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether one topic holds what another does, in whatever order.
 *
 * @param records how many there are
 * @param sum of hashes of keys and values
 */
record CopyDigest(long records, long sum) {

    static CopyDigest of(String bootstrap, String topic) {
        AtomicLong sum = new AtomicLong();
        try (BenchReader reader = new BenchReader(bootstrap, new Topic<>(topic, byte[].class, Map.of()))) {
            long records = reader.read(
                    record -> sum.addAndGet(Totals.hash(record.value(), 0) * (Totals.hash(record.key()) | 1)));
            return new CopyDigest(records, sum.get());
        }
    }
}

package heed.topology.step;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Takes the record's own timestamp, set by whoever first received the response, and never the time inside it.
 *
 * <p>A record without one gets 0, and the admit step rejects it: Kafka's own extractors would stop the stream or drop
 * the record silently.
 */
final class ArrivalTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}

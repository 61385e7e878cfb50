package heed.bench.flink;

import heed.schemas.topic.Topics;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes a record of a score, which is written already. */
final class SaidSchema implements KafkaRecordSerializationSchema<Said> {

    private static final long serialVersionUID = 1;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Said said, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(Topics.SCORES.name(), null, said.asOfMs(), said.key(), said.value());
    }
}

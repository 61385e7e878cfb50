package heed.bench.flink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes a record from the source as it is: it is decoded where it is counted. */
final class ArrivedSchema implements KafkaRecordDeserializationSchema<Arrived> {

    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrived> out) {
        out.collect(new Arrived(new String(record.key(), StandardCharsets.UTF_8), record.timestamp(), record.value()));
    }

    @Override
    public TypeInformation<Arrived> getProducedType() {
        return Arrived.TYPE;
    }
}

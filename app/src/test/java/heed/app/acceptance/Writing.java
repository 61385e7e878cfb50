package heed.app.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes records and knows that every one of them was acknowledged. */
public final class Writing<K, V> implements AutoCloseable {

    private final KafkaProducer<K, V> producer;
    private final List<Future<RecordMetadata>> unacknowledged = new ArrayList<>();

    public Writing(KafkaProducer<K, V> producer) {
        this.producer = producer;
    }

    public void write(ProducerRecord<K, V> record) {
        unacknowledged.add(producer.send(record));
    }

    /** Returns when everything written so far is acknowledged. */
    public void awaitAll() {
        producer.flush();
        for (Future<RecordMetadata> one : unacknowledged) {
            try {
                one.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("a record of the test was not acknowledged", e);
            }
        }
        unacknowledged.clear();
    }

    @Override
    public void close() {
        try {
            awaitAll();
        } finally {
            producer.close();
        }
    }
}

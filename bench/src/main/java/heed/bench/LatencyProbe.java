package heed.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sends responses at a steady rate and sees when each is visible.
 *
 * <p>A response is visible when a committed record of its hospital is as new as the response's arrival: what a response
 * changes carries the arrival of the newest that changed it, and one transaction holds all that it changed.
 */
final class LatencyProbe implements AutoCloseable {

    /** How long after the last response was due all have to be visible. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FeedbackLoad load;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Queue<Waiting>> waiting = new ConcurrentHashMap<>();
    private long[] seen = {};
    private int count;

    LatencyProbe(String bootstrap, String topic, FeedbackLoad load) {
        this.load = load;
        producer = FeedbackLoad.producer(bootstrap, 0);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Sends so many responses, so many a second, and returns how long each took. */
    Latencies measure(int responses, int perSecond) throws InterruptedException {
        seen = new long[responses];
        count = 0;
        Thread sender = new Thread(() -> send(responses, perSecond), "latency-sender");
        sender.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos() + TimeUnit.SECONDS.toNanos(responses / perSecond);
        while (count < responses) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::see);
            if (System.nanoTime() - deadline > 0) {
                throw new NotVisibleException("only %d of %d responses became visible".formatted(count, responses));
            }
        }
        sender.join();
        return Latencies.of(seen);
    }

    private void send(int responses, int perSecond) {
        long begin = System.nanoTime();
        for (int i = 0; i < responses; i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            ProducerRecord<byte[], byte[]> response = load.more();
            waiting.computeIfAbsent(
                            new String(response.key(), StandardCharsets.UTF_8), key -> new ConcurrentLinkedQueue<>())
                    .add(new Waiting(response.timestamp(), System.nanoTime()));
            var unused = producer.send(response);
        }
        producer.flush();
    }

    private void see(ConsumerRecord<String, byte[]> record) {
        long now = System.nanoTime();
        int end = record.key().indexOf('|');
        Queue<Waiting> ofHospital =
                waiting.get(end < 0 ? record.key() : record.key().substring(0, end));
        if (ofHospital == null) {
            return;
        }
        for (Waiting first = ofHospital.peek(); first != null && first.arrivalMs <= record.timestamp(); ) {
            ofHospital.poll();
            seen[count] = now - first.sentNanos;
            count++;
            first = ofHospital.peek();
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    /** Says that responses did not become visible in time. */
    static final class NotVisibleException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotVisibleException(String message) {
            super(message);
        }
    }

    private record Waiting(long arrivalMs, long sentNanos) {}
}

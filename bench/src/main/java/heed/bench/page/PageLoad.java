package heed.bench.page;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes responses: at an even rate, given and received now, one in a hundred the canary's; or of days that are over.
 */
final class PageLoad implements AutoCloseable {

    private static final int CANARY_EVERY = 100;
    private static final long BATCH_MS = 10;

    private final KafkaProducer<String, Feedback> producer;
    private final Canary canary;
    private final int hospitals;
    private final int wards;
    private final SplittableRandom random = new SplittableRandom(1);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long written;

    PageLoad(RunningProgram program, Canary canary, int hospitals, int wards) {
        var serdes =
                new AvroSerdes(new CachingSchemaRegistry(HttpSchemaRegistry.at(program.registry()), Clock.systemUTC()));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        program.brokers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                serdes.of(Topics.FEEDBACK).serializer());
        this.canary = canary;
        this.hospitals = hospitals;
        this.wards = wards;
    }

    /** Writes for so many seconds, so many a second, keeping to the rate however long a write takes. */
    void write(int seconds, int rate) throws InterruptedException {
        long begin = System.nanoTime();
        long total = (long) seconds * rate;
        for (long i = 0; i < total; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(1) * i / rate;
            long early = TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
            if (early > BATCH_MS) {
                TimeUnit.MILLISECONDS.sleep(early);
            }
            sendNow();
        }
        flush();
    }

    /** Writes so many responses a day of so many days up to now, in order, as if each had come in as it was given. */
    void writeDays(int days, int aDay) {
        Instant end = Instant.now();
        Instant begin = end.minus(Duration.ofDays(days));
        long total = (long) days * aDay;
        for (long i = 0; i < total; i++) {
            Instant given = begin.plusMillis(Duration.between(begin, end).toMillis() * i / total);
            send(given, hospital(), ward());
        }
        flush();
    }

    private void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a response could not be written", failure.get());
        }
    }

    private void sendNow() {
        boolean canarys = written++ % CANARY_EVERY == 0;
        if (canarys) {
            canary.sent();
            send(Instant.now(), Canary.CODE, null);
        } else {
            send(Instant.now(), hospital(), ward());
        }
    }

    private String hospital() {
        return "H%03d".formatted(random.nextInt(hospitals));
    }

    private String ward() {
        return "WARD-" + random.nextInt(wards);
    }

    private void send(Instant given, String hospital, @Nullable String ward) {
        Feedback feedback = Feedback.newBuilder()
                .setFeedbackId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setRevision(1)
                .setHospital(hospital)
                .setUnit(ward)
                .setQuestionnaire("fft-2020")
                .setGivenAt(given)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer("overall", random.nextInt(10) == 0 ? "poor" : "good")))
                .build();
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(Topics.FEEDBACK.name(), null, given.toEpochMilli(), hospital, feedback),
                (metadata, e) -> failure.compareAndSet(null, e));
    }

    @Override
    public void close() {
        producer.close();
    }
}

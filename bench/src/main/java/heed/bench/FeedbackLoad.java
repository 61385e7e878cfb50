package heed.bench;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes the input: Friends and Family responses, nine in ten of them good, in order of arrival.
 *
 * <p>Hospitals are of unequal size (by rank to the power of -0.7); each has five wards. One in twenty records repeats
 * one of the thousand before it; one in a hundred was given up to two hours before it arrived, the others up to half a
 * minute.
 */
final class FeedbackLoad {

    private static final long SEED = 20_260_105;
    private static final int REMEMBERED = 1_000;
    private static final long LATEST_MS = 7_200_000;
    private static final long USUAL_MS = 30_000;

    private final Workload workload;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ExpectedScores recount = new ExpectedScores();
    private final Serializer<Feedback> serializer;
    private final double[] cumulative;
    private final Sent[] remembered = new Sent[REMEMBERED];
    private long bytes;

    FeedbackLoad(Workload workload, TopicSerdes serdes) {
        this.workload = workload;
        this.serializer = serdes.of(Topics.FEEDBACK).serializer();
        this.cumulative = new double[workload.hospitals()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.pow(i + 1, -.7);
            cumulative[i] = sum;
        }
    }

    /** Writes everything and returns what it should come to. */
    ExpectedScores produce(String bootstrap) {
        write(bootstrap, 0, workload.responses());
        return recount;
    }

    /** Writes one response more, at the end. */
    void produceOneMore(String bootstrap) {
        write(bootstrap, workload.responses(), workload.responses() + 1);
    }

    private void write(String bootstrap, long from, long to) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
            for (long i = from; i < to; i++) {
                Sent sent = i < workload.responses() ? next(i) : response(workload.arrivalMs(i));
                bytes += sent.value.length;
                Future<RecordMetadata> unused = producer.send(
                        new ProducerRecord<>(Topics.FEEDBACK.name(), null, workload.arrivalMs(i), sent.key, sent.value),
                        (metadata, e) -> failure.compareAndSet(null, e));
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the input could not be written", failure.get());
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072,
                ProducerConfig.LINGER_MS_CONFIG,
                20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns the mean size of a value. */
    long meanBytes() {
        return bytes / workload.responses();
    }

    private Sent next(long i) {
        if (i >= REMEMBERED && random.nextDouble() < Workload.DUPLICATES) {
            recount.duplicate();
            return remembered[random.nextInt(REMEMBERED)];
        }
        Sent sent = response(workload.arrivalMs(i));
        remembered[random.nextInt(REMEMBERED)] = sent;
        if (i < REMEMBERED) {
            remembered[(int) i] = sent;
        }
        return sent;
    }

    private Sent response(long arrivalMs) {
        String hospital = "H%04d".formatted(hospital());
        String unit = "WARD-" + (1 + random.nextInt(Workload.WARDS));
        String answer = answer(random.nextInt(100));
        long givenAtMs = arrivalMs - random.nextLong(random.nextDouble() < Workload.LATE ? LATEST_MS : USUAL_MS);
        recount.count(hospital, unit, answer, givenAtMs);
        Feedback feedback = Feedback.newBuilder()
                .setFeedbackId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setRevision(1)
                .setHospital(hospital)
                .setUnit(unit)
                .setQuestionnaire("fft-2020")
                .setGivenAt(Instant.ofEpochMilli(givenAtMs))
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", answer)))
                .build();
        return new Sent(
                hospital.getBytes(StandardCharsets.UTF_8), serializer.serialize(Topics.FEEDBACK.name(), feedback));
    }

    private int hospital() {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int index = Arrays.binarySearch(cumulative, at);
        return index < 0 ? -index - 1 : index;
    }

    private static String answer(int percentile) {
        if (percentile < 65) {
            return "very_good";
        }
        if (percentile < 90) {
            return "good";
        }
        if (percentile < 94) {
            return "neither";
        }
        if (percentile < 97) {
            return "poor";
        }
        return percentile < 99 ? "very_poor" : "dont_know";
    }

    private static final class Sent {

        private final byte[] key;
        private final byte[] value;

        Sent(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
        }
    }
}

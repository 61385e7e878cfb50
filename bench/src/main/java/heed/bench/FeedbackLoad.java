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
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the input in order of arrival: responses, and now and then a repetition, a correction or a withdrawal of one
 * of the thousand or so before.
 *
 * <p>Hospitals are of unequal size (by rank to the power of -0.7), the units of one are of equal size. Late responses
 * were given up to a day before they arrived, the others up to half a minute.
 */
final class FeedbackLoad {

    private static final long SEED = 20_260_105;
    private static final int REMEMBERED = 1_000;
    private static final long LATEST_MS = 86_400_000;
    private static final long USUAL_MS = 30_000;

    private final Workload workload;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ExpectedScores recount = new ExpectedScores();
    private final Serializer<Feedback> serializer;
    private final double[] cumulative;
    private final @Nullable Sent[] remembered = new Sent[REMEMBERED];
    private long bytes;
    private long written;

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
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap, 20)) {
            while (written < workload.responses()) {
                Sent sent = next();
                bytes += sent.value.length;
                Future<RecordMetadata> unused = producer.send(
                        sent.record(workload.arrivalMs(written++)), (metadata, e) -> failure.compareAndSet(null, e));
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the input could not be written", failure.get());
        }
        return recount;
    }

    /** Returns one response more, which arrives after all others and is not in what is expected. */
    ProducerRecord<byte[], byte[]> more() {
        long arrivalMs = workload.arrivalMs(written++);
        return fresh(arrivalMs).record(arrivalMs);
    }

    /** Connects a producer that waits so long for a batch to fill. */
    static KafkaProducer<byte[], byte[]> producer(String bootstrap, int lingerMs) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072,
                ProducerConfig.LINGER_MS_CONFIG,
                lingerMs);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns the mean size of a value. */
    long meanBytes() {
        return bytes / workload.responses();
    }

    private Sent next() {
        long arrivalMs = workload.arrivalMs(written);
        int slot = written < REMEMBERED ? (int) written : random.nextInt(REMEMBERED);
        double kind = random.nextDouble();
        Sent earlier = remembered[slot];
        if (earlier != null && kind < Workload.DUPLICATES) {
            recount.duplicate();
            return earlier;
        }
        kind -= Workload.DUPLICATES;
        if (earlier != null && kind >= 0 && kind < Workload.CORRECTIONS) {
            Given corrected = earlier.given.answered(answers());
            recount.correct(earlier.given, corrected);
            return remember(slot, sent(earlier.id, earlier.revision + 1, corrected));
        }
        kind -= Workload.CORRECTIONS;
        if (earlier != null && kind >= 0 && kind < Workload.WITHDRAWALS) {
            recount.withdraw(earlier.given);
            remembered[slot] = null;
            return withdrawal(earlier, arrivalMs);
        }
        Sent response = fresh(arrivalMs);
        recount.count(response.given);
        return remember(slot, response);
    }

    private Sent remember(int slot, Sent sent) {
        remembered[slot] = sent;
        return sent;
    }

    private Sent fresh(long arrivalMs) {
        String hospital = "H%04d".formatted(hospital());
        String unit = "WARD-" + (1 + random.nextInt(workload.units()));
        long givenAtMs = arrivalMs - random.nextLong(random.nextDouble() < Workload.LATE ? LATEST_MS : USUAL_MS);
        return sent(new UUID(random.nextLong(), random.nextLong()), 1, new Given(hospital, unit, givenAtMs, answers()));
    }

    private Sent sent(UUID id, int revision, Given given) {
        int[] answers = given.answers();
        Feedback feedback = feedback(id, revision, given)
                .setGivenAt(Instant.ofEpochMilli(given.givenAtMs()))
                .setAnswers(IntStream.range(0, answers.length)
                        .mapToObj(i -> new Answer(Survey.question(i), Survey.ANSWERS.get(answers[i])))
                        .toList())
                .build();
        return new Sent(id, revision, given, serializer.serialize(Topics.FEEDBACK.name(), feedback));
    }

    private Sent withdrawal(Sent earlier, long arrivalMs) {
        Feedback feedback = feedback(earlier.id, earlier.revision + 1, earlier.given)
                .setGivenAt(Instant.ofEpochMilli(arrivalMs))
                .setWithdrawn(true)
                .setAnswers(List.of())
                .build();
        return new Sent(
                earlier.id,
                earlier.revision + 1,
                earlier.given,
                serializer.serialize(Topics.FEEDBACK.name(), feedback));
    }

    private static Feedback.Builder feedback(UUID id, int revision, Given given) {
        return Feedback.newBuilder()
                .setFeedbackId(id.toString())
                .setRevision(revision)
                .setHospital(given.hospital())
                .setUnit(given.unit())
                .setQuestionnaire(Survey.ID)
                .setChannel(Channel.SMS);
    }

    private int hospital() {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int index = Arrays.binarySearch(cumulative, at);
        return index < 0 ? -index - 1 : index;
    }

    private int[] answers() {
        int[] answers = new int[workload.survey().measures()];
        for (int i = 0; i < answers.length; i++) {
            int percentile = random.nextInt(100);
            answers[i] = percentile < 80 ? 0 : percentile < 92 ? 1 : percentile < 98 ? 2 : 3;
        }
        return answers;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(UUID id, int revision, Given given, byte[] value) {

        ProducerRecord<byte[], byte[]> record(long arrivalMs) {
            byte[] key = given.hospital().getBytes(StandardCharsets.UTF_8);
            return new ProducerRecord<>(Topics.FEEDBACK.name(), null, arrivalMs, key, value);
        }
    }
}

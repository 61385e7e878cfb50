package heed.app.audit;

import heed.schemas.key.KeyText;
import heed.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads all that lies on an output topic, its partitions side by side. */
final class TopicReading {

    private final PartitionReader reader;
    private final PipelineOffsets offsets;
    private final Workers workers;
    private final Recount.Progress progress;

    TopicReading(PartitionReader reader, PipelineOffsets offsets, Workers workers, Recount.Progress progress) {
        this.reader = reader;
        this.offsets = offsets;
        this.workers = workers;
        this.progress = progress;
    }

    /** Hands every record to whoever is made for its partition. */
    void read(Topic<?> topic, Supplier<Consumer<ConsumerRecord<byte[], byte[]>>> ofPartition)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> beginnings = offsets.beginnings(topic);
        Map<Integer, Long> ends = offsets.ends(topic);
        Workers.JointProgress joint = new Workers.JointProgress(
                Workers.distance(beginnings, ends), (done, total) -> progress.compared(topic, done, total));
        List<Runnable> work = new ArrayList<>();
        ends.forEach((partition, end) -> {
            Consumer<ConsumerRecord<byte[], byte[]>> each = ofPartition.get();
            work.add(() -> reader.read(
                    new TopicPartition(topic.name(), partition),
                    Objects.requireNonNull(beginnings.get(partition), "what has an end has a beginning"),
                    end,
                    each,
                    joint::advance));
        });
        workers.run(work);
    }

    /** Has only those records pass that are of a hospital, where one is named, by keys that begin with it. */
    static Consumer<ConsumerRecord<byte[], byte[]>> only(
            Optional<String> hospital, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (hospital.isEmpty()) {
            return each;
        }
        byte[] wanted = KeyText.beginning(hospital.get()).getBytes(StandardCharsets.UTF_8);
        return record -> {
            if (beginsWith(wanted, record.key())) {
                each.accept(record);
            }
        };
    }

    private static boolean beginsWith(byte[] wanted, byte @Nullable [] key) {
        return key != null
                && key.length >= wanted.length
                && Arrays.equals(key, 0, wanted.length, wanted, 0, wanted.length);
    }
}

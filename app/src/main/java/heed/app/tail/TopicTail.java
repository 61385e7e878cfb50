package heed.app.tail;

import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows a topic and prints its committed records, until told to stop or to its end. */
public final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_ASK = Duration.ofMinutes(1);

    private static final Comparator<Line> BY_TIME = Comparator.comparingLong(Line::writtenMs)
            .thenComparingInt(Line::partition)
            .thenComparingLong(Line::offset);
    /** Offsets that a search for the last records begins with beyond their number, and how fast it widens. */
    private static final long FIRST_REACH = 100;

    private static final int WIDER = 8;

    private final CommittedRecords records;
    private final TailLine line;
    private final PrintWriter out;

    /** Creates a tail of {@code topic} that prints to {@code out}; with a hospital, only what concerns that one. */
    public TopicTail(
            Map<String, ?> client,
            Topic<?> topic,
            TopicSerdes serdes,
            Optional<String> hospital,
            TailFormat format,
            PrintWriter out) {
        Map<String, Object> patient = new HashMap<>(client);
        patient.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST_ASK.toMillis());
        this.records = new CommittedRecords(CommittedConsumers.of(patient).get(), List.of(topic));
        this.line = new TailLine(topic, serdes, hospital, format);
        this.out = out;
    }

    /** A line, and what orders it among those of other partitions. */
    private record Line(long writtenMs, int partition, long offset, String text) {}

    /** Returns where what is committed ends now. */
    public Map<TopicPartition, Long> ends() {
        return records.ends();
    }

    /** Starts with the oldest record there is. */
    public TopicTail fromBeginning() {
        records.seekToBeginning();
        return header();
    }

    /** Starts with the next record that is written. */
    public TopicTail fromNow() {
        records.seekToEnd();
        return header();
    }

    /** Prints the {@code count} newest records before {@code ends}, in the order of their times, and goes on there. */
    public TopicTail fromLast(int count, Map<TopicPartition, Long> ends) {
        header();
        newest(count, ends).forEach(each -> out.println(each.text()));
        out.flush();
        records.seek(ends);
        return this;
    }

    private TopicTail header() {
        line.header().ifPresent(out::println);
        return this;
    }

    /** Reads ever further back, since between records there are offsets of none and records of other hospitals. */
    private List<Line> newest(int count, Map<TopicPartition, Long> ends) {
        long most = ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
        PriorityQueue<Line> newest = new PriorityQueue<>(BY_TIME);
        for (long back = count + FIRST_REACH; ; back *= WIDER) {
            newest.clear();
            Map<TopicPartition, Long> places = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                places.put(end.getKey(), Math.max(0, end.getValue() - back));
            }
            records.seek(places);
            records.readTo(ends, record -> line.of(record).ifPresent(text -> {
                newest.add(new Line(record.timestamp(), record.partition(), record.offset(), text));
                if (newest.size() > count) {
                    newest.poll();
                }
            }));
            if (newest.size() == count || back >= most) {
                return newest.stream().sorted(BY_TIME).toList();
            }
        }
    }

    /** Prints records while {@code going} says so and the reader of the output is there. */
    public void follow(BooleanSupplier going) {
        while (isGoing(going)) {
            print(record -> true);
        }
    }

    /** Prints records up to {@code ends}, and no longer than {@link #follow} does. */
    public void followTo(Map<TopicPartition, Long> ends, BooleanSupplier going) {
        while (isGoing(going) && records.behind(ends) > 0) {
            print(record ->
                    record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L));
        }
    }

    private boolean isGoing(BooleanSupplier going) {
        return going.getAsBoolean() && !out.checkError();
    }

    private void print(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        records.poll(POLL, record -> {
            if (wanted.test(record)) {
                line.of(record).ifPresent(out::println);
            }
        });
        out.flush();
    }

    @Override
    public void close() {
        records.close();
    }
}

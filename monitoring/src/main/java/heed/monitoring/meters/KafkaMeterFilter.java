package heed.monitoring.meters;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Lets few of Kafka's own meters through, and never more than {@link #MOST}. Kafka has hundreds, many by node, topic or
 * task; averages and maxima are NaN while nothing happens. Totals say enough, and add.
 *
 * <p>The random part of generated client ids is taken out, so that a restart continues a series where it can.
 */
final class KafkaMeterFilter implements MeterFilter {

    static final int MOST = 400;

    private static final Pattern RANDOM_ID =
            Pattern.compile("-?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    static final Set<String> ALLOWED = Set.of(
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.commit.total",
            "kafka.stream.thread.poll.total",
            "kafka.stream.thread.process.total",
            "kafka.stream.thread.task.created.total",
            "kafka.stream.thread.task.closed.total",
            "kafka.stream.task.dropped.records.total",
            "kafka.stream.task.restore.total",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.bytes.consumed.total",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.producer.record.send.total",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.txn.commit.time.ns.total");

    private static final Set<String> TAGS = Set.of("client.id", "thread.id", "task.id", "kafka.version");

    private final Set<Meter.Id> let = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("kafka.")) {
            return id;
        }
        return id.replaceTags(id.getTags().stream()
                .map(tag ->
                        Tag.of(tag.getKey(), RANDOM_ID.matcher(tag.getValue()).replaceAll("")))
                .toList());
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        if (!id.getName().startsWith("kafka.")) {
            return MeterFilterReply.NEUTRAL;
        }
        boolean wanted =
                ALLOWED.contains(id.getName()) && id.getTags().stream().allMatch(tag -> TAGS.contains(tag.getKey()));
        if (!wanted) {
            return MeterFilterReply.DENY;
        }
        if (let.contains(id) || (let.size() < MOST && let.add(id))) {
            return MeterFilterReply.NEUTRAL;
        }
        refused.incrementAndGet();
        return MeterFilterReply.DENY;
    }

    /** Makes room where a meter is gone. */
    void forget(Meter.Id id) {
        let.remove(id);
    }

    /** Returns how often a wanted meter was refused for want of room. */
    double refused() {
        return refused.get();
    }
}

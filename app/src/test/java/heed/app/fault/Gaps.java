package heed.app.fault;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/**
 * Watches the scores of every partition while all of them get input, and notes for how long the longest was without a
 * newly committed one.
 */
final class Gaps implements AutoCloseable {

    private static final long LOOK_EVERY_NS = 50_000_000L;

    private final CommittedTopics topics;
    private final Thread looking = new Thread(this::look, "gaps");
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> since = new HashMap<>();
    private long longest;
    private volatile boolean closed;

    Gaps(CommittedTopics topics) {
        this.topics = topics;
        looking.setDaemon(true);
        looking.start();
    }

    private void look() {
        while (!closed) {
            try {
                note(topics.committedEnds(Topics.SCORES));
            } catch (RuntimeException e) {
                // Brokers that don't answer have no news: the gap goes on.
                LockSupport.parkNanos(LOOK_EVERY_NS);
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    private synchronized void note(Map<TopicPartition, Long> found) {
        long now = System.nanoTime();
        found.forEach((partition, end) -> {
            Long before = ends.put(partition, end);
            if (before == null || before < end) {
                longest = Math.max(longest, now - since.getOrDefault(partition, now));
                since.put(partition, now);
            }
        });
    }

    /** Waits until every partition has something newer than now. */
    void awaitAll() {
        Map<TopicPartition, Long> before = ends();
        Awaitility.await().atMost(HeedProcess.GENEROUS).until(() -> ends().entrySet().stream()
                .allMatch(end -> end.getValue() > before.getOrDefault(end.getKey(), 0L)));
    }

    private synchronized Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** Returns the longest gap since the last call, those among them that last; the next call is about what follows. */
    synchronized Duration longest() {
        long now = System.nanoTime();
        long lasting = since.values().stream().mapToLong(at -> now - at).max().orElse(0);
        Duration found = Duration.ofNanos(Math.max(longest, lasting));
        longest = 0;
        since.replaceAll((partition, at) -> now);
        return found;
    }

    @Override
    public void close() {
        closed = true;
    }
}

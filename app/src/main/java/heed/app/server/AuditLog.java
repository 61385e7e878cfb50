package heed.app.server;

import heed.connectors.KafkaRowWriter;
import heed.monitoring.access.Audit;
import heed.monitoring.access.AuditQueue;
import heed.schemas.AuditEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Writes the audit on a thread of its own: no request waits for Kafka on its behalf. What does not go through is lost,
 * and counted.
 */
final class AuditLog implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final int FREE_FOR_CHANGES = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final long LONGEST_CLOSE_MILLIS = 5_000;

    private final AuditQueue waiting = new AuditQueue(MOST_WAITING, FREE_FOR_CHANGES);
    private volatile Runnable lost = () -> {};
    private final KafkaRowWriter<AuditEntry> writer;
    private final Audit audit;
    private final Thread thread;
    private volatile boolean closing;

    /** Takes over the writer. */
    AuditLog(KafkaRowWriter<AuditEntry> writer, Clock clock) {
        this.writer = writer;
        this.audit = new Audit(this::take, clock);
        this.thread = new Thread(this::run, "heed-audit");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns what keeps account of what is done. */
    Audit audit() {
        return audit;
    }

    /** Has {@code counter} run for each entry that is lost. */
    void countLost(Runnable counter) {
        lost = counter;
    }

    private void take(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            lost.run();
        }
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                AuditEntry entry = waiting.poll(LOOK_EVERY);
                audit.tellRepeated();
                if (entry != null) {
                    write(entry);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(AuditEntry entry) {
        var unused = writer.put(Objects.requireNonNullElse(entry.getWho(), ""), entry)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        lost.run();
                    }
                });
    }

    @Override
    public void close() {
        audit.end();
        closing = true;
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
    }
}

package heed.connectors.notify;

import heed.schemas.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes rows of the delivery log, and waits until they are kept. */
final class DeliveryNotes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryNotes.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final DeliveryWriter writer;

    DeliveryNotes(DeliveryWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes rows, again and again until Kafka has acknowledged all, the last one after the others; returns whether it
     * has before {@code closing}.
     */
    boolean write(List<Delivery> rows, CountDownLatch closing) throws InterruptedException {
        while (closing.getCount() > 0) {
            try {
                int last = rows.size() - 1;
                CompletableFuture<?>[] others = rows.subList(0, last).stream()
                        .map(row -> writer.put(DeliveryRows.key(row), row).toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(others).get();
                writer.put(DeliveryRows.key(rows.get(last)), rows.get(last))
                        .toCompletableFuture()
                        .get();
                return true;
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn(
                        "delivery not noted, tried again cause={}",
                        String.valueOf(e instanceof ExecutionException ? e.getCause() : e));
                if (closing.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }
}

package heed.monitoring.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Tells browsers that figures changed: an event {@code changed} for each new snapshot, and {@code alive} at least every two
 * seconds with how the pipeline stands, so that silence means a broken connection.
 *
 * <p>Each browser has a thread that waits, writes, and then writes only what is newest by then: one that reads slowly skips
 * snapshots and holds up nobody. An event's id is the snapshot's version, so a browser that comes back with the one it has
 * is told nothing twice.
 */
final class EventStreams implements AutoCloseable {

    static final Duration KEEP_ALIVE = Duration.ofSeconds(2);
    /** Snapshots may follow each other faster than anybody reads; a browser is told at most this often. */
    private static final Duration BREATH = Duration.ofMillis(250);

    private final ReadModel model;
    private final Function<Snapshot, LiveStatus> status;
    private final Function<Drop, String> title;
    private final Semaphore places;
    private final int maximum;
    private final ObjectMapper json = new ObjectMapper();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService writers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "heed-events-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    EventStreams(ReadModel model, Function<Snapshot, LiveStatus> status, Function<Drop, String> title, int maximum) {
        this.model = model;
        this.status = status;
        this.title = title;
        this.maximum = maximum;
        this.places = new Semaphore(maximum);
    }

    /** Returns how many browsers are being told. */
    int open() {
        return maximum - places.availablePermits();
    }

    /** Turns a browser away while there is no room; it then asks for the page itself now and then. */
    void refuseWhenFull(Context ctx) {
        if (places.availablePermits() == 0) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "10");
            ctx.skipRemainingHandlers();
        }
    }

    void accept(SseClient client) {
        if (!places.tryAcquire()) {
            client.close();
            return;
        }
        String seen = client.ctx().header("Last-Event-ID");
        client.keepAlive();
        writers.execute(() -> {
            try {
                tell(client, seen == null ? "" : seen);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                places.release();
                client.close();
            }
        });
    }

    private void tell(SseClient client, String seen) throws InterruptedException {
        String told = seen;
        send(client, "alive", model.snapshot(), told);
        while (!client.terminated()) {
            Snapshot snapshot = model.awaitChange(told, KEEP_ALIVE);
            boolean changed = !snapshot.version().equals(told);
            send(client, changed ? "changed" : "alive", snapshot, snapshot.version());
            told = snapshot.version();
            if (changed && closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void send(SseClient client, String event, Snapshot snapshot, String id) {
        client.sendEvent(event, payload(snapshot), id.isEmpty() ? null : id);
    }

    private String payload(Snapshot snapshot) {
        LiveStatus now = status.apply(snapshot);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", snapshot.version());
        fields.put("state", now.kind().code());
        fields.put("text", now.text());
        fields.put("asOf", now.asOf());
        fields.put("drops", snapshot.open().stream().map(this::drop).toList());
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private List<String> drop(Drop drop) {
        return List.of(drop.getDropId(), title.apply(drop));
    }

    @Override
    public void close() {
        closing.countDown();
        writers.shutdownNow();
    }
}

package heed.monitoring.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.language.Spoken;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells browsers that figures changed: an event {@code changed} for each new snapshot, and {@code alive} at least every
 * two seconds with how the pipeline stands, so that a browser that hears nothing knows of a broken connection.
 *
 * <p>Each browser's request keeps its thread, which waits, writes, and then writes only what is newest by then: one
 * that reads slowly skips snapshots and holds up nobody. A browser that is gone shows itself at the next write, at the
 * latest two seconds on. An event's id is the snapshot's version, so a browser that comes back with the one it has is
 * told nothing twice. How many there are at once is a setting, of which {@link StreamPlaces} gives each client a share.
 */
public final class EventStreams implements Routes, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    static final String PATH = "/events";
    private static final Rule RULE = Rule.anyOf(Right.FIGURES, Right.PIPELINE);

    static final Duration KEEP_ALIVE = Duration.ofSeconds(2);
    /** Snapshots may follow each other faster than anybody reads; a browser is told at most this often. */
    private static final Duration BREATH = Duration.ofMillis(250);

    private final ViewedModels models;
    private final Function<Snapshot, LiveStatus> status;
    private final Function<Drop, String> title;
    private final StreamPlaces places;
    private final ObjectMapper json = new ObjectMapper();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Takes the figures, what to say of them, how many browsers may be told at once, and who counts those that are
     * turned away.
     */
    public EventStreams(
            ViewedModels models,
            Function<Snapshot, LiveStatus> status,
            Function<Drop, String> title,
            int maximum,
            TurnedAway turnedAway) {
        this.models = models;
        this.status = status;
        this.title = title;
        this.places = new StreamPlaces(maximum, turn -> turnedAway.count(turn.name()));
    }

    /** Counts browsers that are not, or no longer, kept up to date. */
    @FunctionalInterface
    public interface TurnedAway {

        /** Counts one; {@code why} is one of three words. */
        void count(String why);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::serve, RULE);
    }

    /** Returns how many browsers are being told. */
    public int open() {
        return places.open();
    }

    /**
     * Tells the browser that asks until it is gone; turns it away where there is no room: it then asks for the page
     * itself.
     */
    private void serve(Context ctx) {
        Optional<StreamPlaces.Place> place = places.take(models.client(ctx), why -> turnAway(ctx, why));
        if (place.isEmpty()) {
            return;
        }
        try {
            ctx.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store");
            // The response itself: Javalin's own stream may compress, which holds events back.
            var browser = new OutputStreamWriter(ctx.res().getOutputStream(), StandardCharsets.UTF_8);
            tell(browser, ctx, Objects.requireNonNullElse(ctx.header("Last-Event-ID"), ""));
        } catch (IOException e) {
            log.debug("a browser left its event stream cause=\"{}\"", e.toString());
        } catch (InterruptedException e) {
            log.debug("an event stream gave way to another client's, or to the end");
        } finally {
            place.get().close();
            // Nobody but the places interrupts this thread, and never once its place is left.
            boolean unused = Thread.interrupted();
        }
    }

    private static void turnAway(Context ctx, StreamPlaces.Turn why) {
        boolean hasItsShare = why == StreamPlaces.Turn.SHARE;
        ctx.status(hasItsShare ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "10")
                .contentType("text/plain; charset=utf-8")
                .result(
                        hasItsShare
                                ? "You are kept up to date as often as one client may be at once. Close one of your"
                                        + " pages or streams, or ask for what you need by itself.\n"
                                : "As many are kept up to date as may be at once. Ask again in 10 seconds, or ask for"
                                        + " what you need by itself; page.streams says how many there may be.\n");
    }

    /** Who reads is asked for again each time: they may have signed out, or been locked out, since. */
    private void tell(Writer browser, Context ctx, String seen) throws IOException, InterruptedException {
        String told = seen;
        Spoken spoken = AskedLanguage.of(ctx);
        send(browser, "alive", payload(models.of(ctx).snapshot(), spoken), told);
        while (closing.getCount() > 0 && models.permits(RULE, ctx)) {
            Snapshot snapshot = models.of(ctx).awaitChange(told, KEEP_ALIVE);
            if (!models.permits(RULE, ctx)) {
                return;
            }
            boolean changed = !snapshot.version().equals(told);
            send(browser, changed ? "changed" : "alive", payload(snapshot, spoken), snapshot.version());
            told = snapshot.version();
            if (changed && closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void send(Writer browser, String event, String payload, String id) throws IOException {
        browser.write((id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + payload + "\n\n");
        browser.flush();
    }

    private String payload(Snapshot snapshot, Spoken spoken) {
        LiveStatus now = status.apply(snapshot);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", now.version(snapshot));
        fields.put("state", now.kind().code());
        fields.put("text", spoken.line(now.text()));
        fields.put("asOf", spoken.line(now.asOf()));
        fields.put(
                "drops",
                snapshot.part(Drops.class).open().stream()
                        .map(drop -> drop(drop, spoken))
                        .toList());
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private List<String> drop(Drop drop, Spoken spoken) {
        return List.of(drop.getDropId(), spoken.line(title.apply(drop)));
    }

    @Override
    public void close() {
        closing.countDown();
        places.close();
    }
}

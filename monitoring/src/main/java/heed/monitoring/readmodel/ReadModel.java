package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the output topics say. One thread writes ({@link #put}, {@link #remove}, then {@link #publish}); any
 * number of threads read {@link #snapshot()}, which only ever changes as a whole.
 *
 * <p>What it holds, and within which bounds, is a matter of its {@link ModelEntries}. They hold only what the
 * {@link Disclosure} takes: nothing that is written from a snapshot has to ask again.
 */
public final class ReadModel implements Destination {

    private final Clock clock;
    private final Disclosure disclosure;
    private final String epoch;
    private final List<ModelEntry> entries;
    private final PublicationDelays delays = new PublicationDelays();
    private final Published published;
    private final Views views = new Views();
    private @Nullable Instant asOf;
    private long changes;

    /**
     * Starts empty; {@code clock} says when figures changed and tells this start's versions from another's,
     * {@code disclosure} what whoever reads may be shown.
     */
    public ReadModel(Clock clock, Disclosure disclosure) {
        this.clock = clock;
        this.disclosure = disclosure;
        this.entries = ModelEntries.of(disclosure, clock, this::reached, delays::await, () -> asOf);
        this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
        this.published = new Published(snapshot(null));
    }

    private Snapshot snapshot(@Nullable Instant changedAt) {
        return Snapshot.of(
                epoch + '-' + changes, entries.stream().map(ModelEntry::part).toList(), asOf, changedAt);
    }

    /** Returns who reads, and from how many answers on they are shown figures. */
    public Disclosure disclosure() {
        return disclosure;
    }

    @Override
    public List<Route<?>> routes() {
        return entries.stream().flatMap(entry -> entry.routes().stream()).toList();
    }

    /** Returns the figures for {@code viewer}: the way to them for all that is shown to people. */
    public ViewedModel seenBy(Viewer viewer) {
        return new ViewedModel(this, viewer);
    }

    /** Returns what of what patients wrote is for {@code viewer}. */
    public SeenComments comments(HeldComments held, Viewer viewer) {
        return SeenComments.of(held, viewer, disclosure);
    }

    /** Returns what of {@code all} is for a viewer. */
    Snapshot view(Snapshot all, Viewer viewer) {
        return views.of(all, viewer);
    }

    /** Returns the figures as last published, of every hospital. */
    public Snapshot snapshot() {
        return published.snapshot();
    }

    /**
     * Waits until the figures are no longer those of {@code version}, or for {@code patience}; returns what there is
     * then.
     */
    Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        return published.awaitChange(version, patience);
    }

    /** Forgets everything, without telling readers before the next {@link #publish}. */
    @Override
    public void restart() {
        entries.forEach(ModelEntry::clear);
        asOf = null;
        delays.restart();
    }

    /**
     * Tells {@code listener} of every changed score, once readers see it, how long ago the response behind it arrived.
     */
    public void onPublished(Consumer<Duration> listener) {
        delays.listener(listener);
    }

    /** Takes in a record, in place of an earlier one of the same key, whichever of the topics it is of. */
    public void put(SpecificRecord record) {
        routes().stream()
                .filter(route -> route.topic().value().isInstance(record))
                .forEach(route -> put(route, record));
    }

    private static <V> void put(Route<V> route, SpecificRecord record) {
        route.put().take(route.topic().value().cast(record), Instant.EPOCH);
    }

    /** Takes out what a topic has a tombstone of. */
    public void remove(Topic<?> topic, String key) {
        routes().stream().filter(route -> route.topic().equals(topic)).forEach(route -> route.remove()
                .accept(key));
    }

    /** Shows readers everything taken in so far, if anything changed. */
    @Override
    public void publish() {
        Instant now = clock.instant();
        boolean changed = !Objects.equals(asOf, snapshot().asOf());
        for (ModelEntry entry : entries) {
            changed |= entry.freeze(now);
        }
        if (changed) {
            changes++;
            published.show(snapshot(now));
        }
        delays.published(now);
    }

    private void reached(Instant arrival) {
        if (asOf == null || arrival.isAfter(asOf)) {
            asOf = arrival;
        }
    }
}

package heed.monitoring.readmodel;

import heed.schemas.Movement;
import heed.schemas.disclosure.Compared;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.WeekKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers by how much all hospitals moved together, and which of the weeks are closed, by the newest arrival that the
 * figures contain. Both are of the newest state of the topic, so that levels are always those of one fit. Bounded as
 * the topic's keys are.
 */
final class MovementsEntry implements ModelEntry {

    private final Disclosure disclosure;
    private final Supplier<@Nullable Instant> asOf;
    private final ModelEntry latest;
    /** The full hour by which weeks are closed: they end at one, wherever hospitals are. */
    private Instant closing = Instant.EPOCH;

    private Movements part = new Movements(Map.of(), Map.of());

    /**
     * Starts empty.
     *
     * @param asOf arrival of the newest response that the figures contain; null before the first
     */
    MovementsEntry(Disclosure disclosure, Supplier<@Nullable Instant> asOf) {
        this.disclosure = disclosure;
        this.asOf = asOf;
        this.latest = new LatestEntry<>(
                Topics.MOVEMENTS,
                movement -> WeekKey.of(movement).text(),
                movement -> {},
                disclosure::takes,
                Movements::ofLatest);
    }

    @Override
    public List<Route<?>> routes() {
        return latest.routes();
    }

    @Override
    public void clear() {
        latest.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        boolean changed = latest.freeze(now);
        Instant newest = asOf.get();
        Instant hour = newest == null
                ? Instant.EPOCH
                : newest.minus(disclosure.lateness()).truncatedTo(ChronoUnit.HOURS);
        if (!changed && hour.equals(closing)) {
            return false;
        }
        closing = hour;
        Map<String, Map<LocalDate, Movement>> all = ((Movements) latest.part()).byMeasure();
        Movements next = new Movements(all, closed(all));
        boolean differs = changed || !next.closed().equals(part.closed());
        part = next;
        return differs;
    }

    private Map<String, Map<LocalDate, Movement>> closed(Map<String, Map<LocalDate, Movement>> all) {
        Map<String, Map<LocalDate, Movement>> closed = new HashMap<>();
        all.forEach((measure, weeks) -> weeks.forEach((monday, movement) -> {
            if (Compared.isOver(monday, closing)) {
                closed.computeIfAbsent(measure, none -> new HashMap<>()).put(monday, movement);
            }
        }));
        return closed;
    }

    @Override
    public Movements part() {
        return part;
    }
}

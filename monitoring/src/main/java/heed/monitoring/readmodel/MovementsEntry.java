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
 * Gathers by how much all hospitals moved together, and keeps for who does not see all of them each week as it was when
 * it was over, until it is closed: of a week that is told again with each answer they would learn of one elsewhere.
 * Bounded as the topic's keys are.
 */
final class MovementsEntry implements ModelEntry {

    private final Disclosure disclosure;
    private final Supplier<@Nullable Instant> asOf;
    private final ModelEntry latest;
    private final Map<String, Map<LocalDate, Movement>> stays = new HashMap<>();
    /** The hour that is told of: weeks are over, and closed, at a full one. */
    private Instant kept = Instant.EPOCH;

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
        stays.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        boolean changed = latest.freeze(now);
        Instant newest = asOf.get();
        Instant hour = newest == null ? Instant.EPOCH : newest.truncatedTo(ChronoUnit.HOURS);
        if (!changed && hour.equals(kept)) {
            return false;
        }
        kept = hour;
        Map<String, Map<LocalDate, Movement>> all = ((Movements) latest.part()).byMeasure();
        keep(all, hour);
        Movements next = new Movements(all, stays);
        boolean differs = changed || !next.staying().equals(part.staying());
        part = next;
        return differs;
    }

    private void keep(Map<String, Map<LocalDate, Movement>> all, Instant newest) {
        // A closed week is told as it is: no new answer counts in it.
        Instant closing = newest.minus(disclosure.lateness());
        stays.forEach((measure, weeks) -> weeks.keySet().removeIf(monday -> Compared.isOver(monday, closing)));
        all.forEach((measure, weeks) -> weeks.forEach((monday, movement) -> {
            if (Compared.isOver(monday, newest)) {
                stays.computeIfAbsent(measure, none -> new HashMap<>()).putIfAbsent(monday, movement);
            }
        }));
        stays.values().removeIf(Map::isEmpty);
    }

    @Override
    public Movements part() {
        return part;
    }
}

package heed.topology.watch;

import heed.schemas.Drop;
import heed.topology.detect.Comeback;
import heed.topology.detect.WatchEvent;
import java.util.Optional;

/**
 * Follows each drop from its first alarm until the score is back: alarms in between belong to it, and so does one that
 * comes soon after.
 *
 * <p>Returns what is to be said, and keeps the key's state in step with it.
 */
final class FollowedDrops {

    private final DropOpenings openings;
    private final DropRecords records;

    FollowedDrops(DropOpenings openings, DropRecords records) {
        this.openings = openings;
        this.records = records;
    }

    /** Takes a closed day in. */
    void sealed(WatchedMeasure key, WatchEvent.Sealed day) {
        key.learningDays.seal(key.watch, day);
        key.comeback.seal(key.watch, day);
        if (!key.comeback.isRemembered()) {
            key.ended = null;
        }
    }

    /** Returns the drop that the days have that were learned from, where they have one. */
    Optional<Drop> learned(WatchedMeasure key, WatchEvent.Learned event, long asOfMs) {
        Optional<WatchEvent.LearnedFall> fall = key.learningDays.fall(key.watch, event.atMs());
        key.learningDays.clear();
        key.comeback.learned(key.watch);
        return fall.map(found -> {
            key.comeback.begin(key.watch, found, day(key, event.atMs()));
            key.mix.begin(found.day());
            return open(key, openings.foundInLearning(key, found, asOfMs));
        });
    }

    /** Returns the drop that an alarm opens or raises again. */
    Drop alarm(WatchedMeasure key, WatchEvent.Alarm event, long asOfMs) {
        long day = day(key, event.atMs());
        Drop before = key.comeback.raisesAgain(event.score(), day) ? key.lastDrop() : null;
        key.comeback.alarm(key.watch, event.score(), day);
        if (!key.mix.isOpen()) {
            key.mix.begin(event.sinceDay(day));
        }
        return open(
                key,
                before == null ? openings.opened(key, event, asOfMs) : openings.reopened(key, before, event, asOfMs));
    }

    /**
     * Returns the drop of which the detector says that at least half is gone: eased, or over where the score is back.
     */
    Drop recovered(WatchedMeasure key, long atMs, long asOfMs) {
        Drop eased = records.eased(key, atMs, asOfMs);
        key.drop = eased;
        return back(key, atMs, asOfMs).orElse(eased);
    }

    /** Returns the drop that is over because the score is back; nothing where it isn't, or where none is open. */
    Optional<Drop> back(WatchedMeasure key, long atMs, long asOfMs) {
        Optional<Comeback.Back> back = key.comeback.back(key.watch);
        if (back.isEmpty()) {
            return Optional.empty();
        }
        Drop over = records.recovered(key, back.get(), atMs, asOfMs);
        key.comeback.end(day(key, atMs));
        key.drop = null;
        key.ended = over;
        key.mix.end();
        return Optional.of(over);
    }

    /** Forgets what is followed and what is learned from, because a person makes another level the usual one. */
    void forget(WatchedMeasure key) {
        key.learningDays.clear();
        key.comeback.clear();
        key.ended = null;
    }

    private Drop open(WatchedMeasure key, Drop begun) {
        Drop said = records.said(begun);
        key.drop = said;
        key.ended = null;
        return said;
    }

    private static long day(WatchedMeasure key, long atMs) {
        return key.place.calendar().localDay(atMs);
    }
}

package heed.monitoring.view;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.WatchRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Says how a line of figures stands. Ordered: what needs attention comes first. */
public enum Condition {
    FALLING("Falling"),
    UNKNOWN("Not known now"),
    QUIET("Quiet"),
    RISING("Better than usual"),
    RECOVERED("Recovered"),
    AS_USUAL("As usual"),
    LEARNING("Learning its usual range"),
    NOT_WATCHED("Not watched"),
    PUBLISHED_ONLY("Not watched yet: only published months"),
    BY_MONTH("Shown by closed month"),
    TOO_FEW("Too few to show"),
    NO_ANSWERS("No responses");

    /** How long a recovered drop is news: while its days are in the current score. */
    public static final Duration NEWS = Duration.ofDays(RecentDays.SCORE);

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** Returns the condition of a name, in whatever case; nothing where it is none. */
    public static Optional<Condition> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Judges a line of figures.
     *
     * @param reading of its last 28 days
     * @param drops those that count for it
     */
    static Condition of(SeriesKey key, Reading reading, WatchRole role, Collection<Drop> drops, Snapshot snapshot) {
        if (drops.stream().anyMatch(drop -> drop.getState() == DropState.OPEN)) {
            return FALLING;
        }
        if (reading instanceof Reading.NoResponses) {
            return WatchWords.isPublishedOnly(key, snapshot) ? PUBLISHED_ONLY : NO_ANSWERS;
        }
        if (reading.equals(new Reading.Withheld(Reading.Why.NOT_RELEASED))) {
            return BY_MONTH;
        }
        if (reading instanceof Reading.TooFew) {
            return TOO_FEW;
        }
        if (drops.stream().anyMatch(drop -> recoveredLately(drop, snapshot.now()))) {
            return RECOVERED;
        }
        if (role == WatchRole.NONE) {
            return NOT_WATCHED;
        }
        return snapshot.part(Baselines.class).isWatched(key) ? AS_USUAL : LEARNING;
    }

    private static boolean recoveredLately(Drop drop, Instant now) {
        return drop.getPhase() != DropPhase.REBASELINED
                && drop.getRecoveredAt() != null
                && !drop.getRecoveredAt().isBefore(now.minus(NEWS));
    }

    /**
     * Returns what to say of a hospital of which more is told than drops: a drop comes before silence, silence before
     * praise.
     */
    Condition beside(Snapshot snapshot, String hospital) {
        if (this == FALLING) {
            return this;
        }
        if (snapshot.part(Silences.class).isQuiet(hospital)) {
            return QUIET;
        }
        boolean calm = this == AS_USUAL || this == LEARNING;
        return calm && !snapshot.part(Rises.class).open(hospital).isEmpty() ? RISING : this;
    }

    /** Returns what to say of a line that may have gone quiet, by itself or with its hospital: nothing good of now. */
    Condition beside(Snapshot snapshot, PlaceKey place) {
        boolean good = this == AS_USUAL || this == RECOVERED || this == LEARNING;
        return good && snapshot.part(Silences.class).isQuiet(place) ? QUIET : this;
    }

    /**
     * Returns it where it is known how the hospital is now. A fall that was flagged stands until it is known to be
     * over; nothing else does.
     */
    Condition asFarAsKnown(String hospital, Knowledge known) {
        return this == FALLING || known.lostSince(hospital).isEmpty() ? this : UNKNOWN;
    }

    /** Returns it as readers are told it. */
    public String words() {
        return words;
    }
}

package heed.topology.watch;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.topology.detect.Comeback;
import heed.topology.detect.LearningDays;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixFinding;
import heed.topology.detect.mix.MixTally;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One watched key, the open drop and the open rise there, and the rule that it is held to. */
final class WatchedMeasure {

    final Place place;
    final ScoredMeasure measure;
    final WatchRule rule;
    final MeasureWatch watch;
    final MixTally mix;
    /** What was said last of the open drop; null where none is open. */
    @Nullable
    Drop drop;
    /** What was said last of a drop that has ended, as long as an alarm may raise it again; null where none may. */
    @Nullable
    Drop ended;
    /** The days that are learned from, until enough is known. */
    final LearningDays learningDays = new LearningDays();
    /** What is followed until the score is back. */
    final Comeback comeback = new Comeback();
    /** What was said of the open rise; null where none is open. */
    @Nullable
    Rise rise;
    /** What is usual, until the commit says it; null where it has been said. */
    @Nullable
    Baseline unsaidUsual;
    /** What people did about the key. */
    final MeasureActs acts = new MeasureActs();
    /** Time of the response or act since which the key is learned of, or judged. */
    long sinceMs;
    /** Whether the changelog lacks the newest state. */
    boolean dirty;

    WatchedMeasure(Place place, ScoredMeasure measure, WatchRule rule, MeasureWatch watch, MixTally mix, long sinceMs) {
        this.place = place;
        this.measure = measure;
        this.rule = rule;
        this.watch = watch;
        this.mix = mix;
        this.sinceMs = sinceMs;
    }

    /** Returns the drop that is open; whoever asks knows that one is. */
    Drop openDrop() {
        return Objects.requireNonNull(drop, "no drop is open");
    }

    /** Returns the drop that is open or ended lately; whoever asks knows that there is one. */
    Drop lastDrop() {
        return drop != null ? drop : Objects.requireNonNull(ended, "no drop is remembered");
    }

    /** Returns the rise that is open; whoever asks knows that one is. */
    Rise openRise() {
        return Objects.requireNonNull(rise, "no rise is open");
    }

    /**
     * Returns how much of the open drop is left with the make-up of the respondents held; nothing where none is open.
     */
    List<MixFinding> mixFindings() {
        return mix.findings(watch.noise());
    }
}

package heed.topology.score;

import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.key.SeriesKey;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a pane's measures as records of the output topic, one pane after the other: what its scores share is looked up
 * once. What goes to the topic itself, which is most of what the pipeline says, is written by {@link ScoreValues}.
 */
final class ScoreRecords {

    private final Minimums minimums;
    private final WindowTexts windows = new WindowTexts();
    private final Map<MeasureGroup, Map<Place, Beginning[]>> beginnings = new HashMap<>();
    /** One for all scores, of which each sets every field: making a builder costs more than what it builds. */
    private final Score.Builder builder = Score.newBuilder();

    @SuppressWarnings("NullAway.Init") // set before every question
    private PaneRow pane;

    @SuppressWarnings("NullAway.Init")
    private WindowTexts.Texts window;

    @SuppressWarnings("NullAway.Init")
    private Beginning[] ofSlots;

    ScoreRecords(Minimums minimums) {
        this.minimums = minimums;
    }

    /** Turns to a pane, which all that follows is about. */
    void turnTo(PaneRow next) {
        pane = next;
        window = windows.of(next);
        ofSlots = beginnings(next.place, next.group);
    }

    private Beginning[] beginnings(Place place, MeasureGroup group) {
        Map<Place, Beginning[]> ofGroup = beginnings.get(group);
        Beginning[] known = ofGroup == null ? null : ofGroup.get(place);
        // A questionnaire may get a measure more from old state.
        if (known == null || known.length < group.measures().size()) {
            known = group.measures().stream()
                    .map(measure -> new Beginning(place, measure.name()))
                    .toArray(Beginning[]::new);
            beginnings.computeIfAbsent(group, each -> new HashMap<>()).put(place, known);
        }
        return known;
    }

    /** Returns the pane that was turned to. */
    PaneRow pane() {
        return pane;
    }

    /** Returns how its window is written. */
    WindowTexts.Texts window() {
        return window;
    }

    /** Returns the key of a measure's score, as the topic has it. */
    byte[] key(int slot) {
        byte[] beginning = ofSlots[slot].key;
        byte[] ending = window.keyEnding();
        byte[] key = Arrays.copyOf(beginning, beginning.length + ending.length);
        System.arraycopy(ending, 0, key, beginning.length, ending.length);
        return key;
    }

    /** Returns what a measure's values have of their place and measure; not to be changed. */
    byte[] valueBeginning(int slot) {
        return ofSlots[slot].value;
    }

    /**
     * Writes a measure's score, final where its window ended by {@code closedThroughMs}. No responses, too few and a
     * score are three things: n = 0, suppressed, and a score.
     */
    Score score(int slot, long closedThroughMs) {
        long n = pane.n(slot);
        boolean suppressed = n > 0 && n < minimums.internal();
        ScoreFigures figures =
                n >= minimums.internal() ? ScoreFigures.of(n, pane.sum(slot), pane.sumOfSquares(slot)) : null;
        return builder.setHospital(pane.place.hospital())
                .setUnit(pane.place.unit())
                .setMeasure(pane.group.measures().get(slot).name())
                .setWindow(pane.window)
                .setStart(window.start())
                .setEnd(window.end())
                .setLabel(window.label())
                .setN(n)
                .setSum(pane.sum(slot))
                .setSumOfSquares(pane.sumOfSquares(slot))
                .setScore(figures == null ? null : figures.scoreBasisPoints())
                .setLow(figures == null ? null : figures.lowBasisPoints())
                .setHigh(figures == null ? null : figures.highBasisPoints())
                .setSuppressed(suppressed)
                .setMinimum(minimums.internal())
                .setFinal$(pane.endsBy(closedThroughMs))
                .setAsOf(Instant.ofEpochMilli(pane.asOfMs(slot)))
                .setRestatements(pane.restatements(slot))
                .setAudience(minimums.audienceOf(n))
                .setDays(pane.hasDays() ? days(slot) : null)
                .build();
    }

    private DaySums days(int slot) {
        return new DaySums(pane.dated(slot), pane.squaredN(slot), pane.squaredSum(slot));
    }

    /** How the keys of a measure's scores at a place begin, and their values after the header. */
    private static final class Beginning {

        private final byte[] key;
        private final byte[] value;

        private Beginning(Place place, String measure) {
            String series = new SeriesKey(place.hospital(), place.unit(), measure).text();
            key = series.getBytes(StandardCharsets.UTF_8);
            value = ScoreValues.place(place, measure);
        }
    }
}

package heed.topology.score;

import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.key.SeriesKey;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes a pane's measure as the record of the output topic. */
final class ScoreRecords {

    private final Minimums minimums;
    private final WindowTexts windows = new WindowTexts();
    /** One for all records, since a score is written for every row that changes: each field is set for each record. */
    private final Score.Builder score = Score.newBuilder();

    private final Map<ScoredMeasure, Map<Place, String>> beginnings = new HashMap<>();

    ScoreRecords(Minimums minimums) {
        this.minimums = minimums;
    }

    String key(PaneRow pane, int slot) {
        ScoredMeasure measure = pane.group.measures().get(slot);
        return beginnings
                .computeIfAbsent(measure, m -> new HashMap<>())
                .computeIfAbsent(pane.place, at -> new SeriesKey(at.hospital(), at.unit(), measure.name()).text())
                .concat(windows.of(pane).keyEnding());
    }

    /**
     * Writes a measure's score, final where its window ended by {@code closedThroughMs}. No responses, too few and a
     * score are three things: n = 0, suppressed, and a score.
     */
    Score of(PaneRow pane, int slot, long closedThroughMs) {
        long n = pane.n(slot);
        boolean suppressed = n > 0 && n < minimums.internal();
        ScoreFigures figures =
                n >= minimums.internal() ? ScoreFigures.of(n, pane.sum(slot), pane.sumOfSquares(slot)) : null;
        WindowTexts.Texts window = windows.of(pane);
        return score.setHospital(pane.place.hospital())
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
                .setDays(pane.hasDays() ? days(pane, slot) : null)
                .build();
    }

    private static DaySums days(PaneRow pane, int slot) {
        return new DaySums(pane.dated(slot), pane.squaredN(slot), pane.squaredSum(slot));
    }
}

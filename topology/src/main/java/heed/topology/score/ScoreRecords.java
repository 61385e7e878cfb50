package heed.topology.score;

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

    /** No responses, too few and a score are three things: n = 0, suppressed, and a score. */
    Score of(PaneRow pane, int slot) {
        long n = pane.n(slot);
        boolean suppressed = n > 0 && n < minimums.internal();
        ScoreFigures figures =
                n >= minimums.internal() ? ScoreFigures.of(n, pane.sum(slot), pane.sumOfSquares(slot)) : null;
        WindowTexts.Texts window = windows.of(pane);
        return new Score(
                pane.place.hospital(),
                pane.place.unit(),
                pane.group.measures().get(slot).name(),
                pane.window,
                window.start(),
                window.end(),
                window.label(),
                n,
                pane.sum(slot),
                pane.sumOfSquares(slot),
                figures == null ? null : figures.scoreBasisPoints(),
                figures == null ? null : figures.lowBasisPoints(),
                figures == null ? null : figures.highBasisPoints(),
                suppressed,
                minimums.internal(),
                pane.isFinal,
                Instant.ofEpochMilli(pane.asOfMs(slot)),
                pane.restatements(slot),
                minimums.audienceOf(n));
    }
}

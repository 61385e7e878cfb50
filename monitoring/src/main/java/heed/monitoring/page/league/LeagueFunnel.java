package heed.monitoring.page.league;

import heed.monitoring.draw.Funnel;
import heed.monitoring.draw.Funnel.Dot;
import heed.monitoring.draw.Funnel.Expected;
import heed.monitoring.html.Html;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.view.AlikeAnswers;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.questionnaire.Better;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Says of a comparison what is drawn of it as a funnel: those outside their expected range lie above the others and are
 * named.
 */
final class LeagueFunnel {

    private static final int STEPS = 80;
    private static final int MOST_NAMED = 6;
    private static final int MARK = 5;
    /** Room to the right of the hospital with the most answers. */
    private static final double BEYOND_MOST = 1.04;

    private final List<LeagueRow> rows;
    private final Pool pool;
    private final Better better;
    private final Names names;

    /** Takes the hospitals compared, at least one. */
    LeagueFunnel(List<LeagueRow> rows, Pool pool, Better better, Names names) {
        this.rows = rows;
        this.pool = pool;
        this.better = better;
        this.names = names;
    }

    Html draw(String label) {
        return new Funnel(
                        pool.p0(),
                        expected(),
                        rows.stream()
                                .sorted(Comparator.comparing(this::isOutside))
                                .map(this::dot)
                                .toList(),
                        rows.stream()
                                .filter(this::isOutside)
                                .sorted(Comparator.comparingDouble(LeagueFunnel::distance)
                                        .reversed())
                                .limit(MOST_NAMED)
                                .map(this::dot)
                                .toList())
                .draw(label);
    }

    /** Returns the range in even steps of the square root, as numbers of answers are drawn. */
    private List<Expected> expected() {
        double fewest = Math.sqrt(
                rows.stream().mapToDouble(AlikeAnswers::effective).min().orElseThrow());
        double most = Math.sqrt(BEYOND_MOST
                * rows.stream().mapToDouble(AlikeAnswers::effective).max().orElseThrow());
        List<Expected> expected = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double root = fewest + (most - fewest) * step / STEPS;
            Interval range = pool.expectedRange(root * root);
            expected.add(new Expected(root * root, range.low(), range.high()));
        }
        return expected;
    }

    private Dot dot(LeagueRow row) {
        Verdict verdict = Verdict.of(row, better);
        String name = names.hospital(row.getHospital());
        return new Dot(
                AlikeAnswers.effective(row),
                (double) row.getScore() / ScoreFigures.FULL,
                VerdictMarks.marker(verdict, MARK),
                name,
                VerdictMarks.drawn(verdict),
                Paths.hospital(row.getHospital()),
                name + ": " + Words.basisPoints(row.getScore()) + " of " + English.answers(row.getN()) + ", "
                        + Verdict.words(row, better).toLowerCase(Locale.UK));
    }

    private boolean isOutside(LeagueRow row) {
        return VerdictMarks.isOutside(Verdict.of(row, better));
    }

    private static double distance(LeagueRow row) {
        return Math.max(row.getScore() - row.getExpectedHigh(), row.getExpectedLow() - row.getScore());
    }
}

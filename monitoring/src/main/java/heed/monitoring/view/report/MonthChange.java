package heed.monitoring.view.report;

import heed.monitoring.view.AlikeAnswers;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.ScoreFigures;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how a month's score differs from that of the month before.
 *
 * @param points whole percentages apart, as both are shown; positive where the score is higher
 * @param isBeyondRanges whether the ranges of both leave out that nothing changed
 * @param knowsDays whether the ranges allow for answers of one day being alike
 */
record MonthChange(int points, boolean isBeyondRanges, boolean knowsDays) {

    /** The 95% range of a score. */
    private record Span(double low, double high) {

        /** Returns how far it reaches below a score: not at all where a correction has just moved that out of it. */
        double below(double score) {
            return Math.max(score - low, 0);
        }

        /** Returns how far it reaches above a score. */
        double above(double score) {
            return Math.max(high - score, 0);
        }

        static Span of(ScoreFigures figures) {
            return new Span(figures.low(), figures.high());
        }

        /** Returns the range of a hospital's level, which knows that answers of one day are alike. */
        static Span of(LeagueRow row) {
            return new Span(
                    (double) row.getClusteredLow() / ScoreFigures.FULL,
                    (double) row.getClusteredHigh() / ScoreFigures.FULL);
        }
    }

    /**
     * Compares two scores. The difference's own 95% range is made of both, by squaring and adding (R. G. Newcombe,
     * Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998, method
     * 10): of the ranges of the level where both months are compared among hospitals and tell them, else of those of
     * the answers.
     */
    static MonthChange of(
            Reading.Shown now, Reading.Shown before, Optional<LeagueRow> place, Optional<LeagueRow> placeBefore) {
        boolean knowsDays = place.filter(AlikeAnswers::isKnown).isPresent()
                && placeBefore.filter(AlikeAnswers::isKnown).isPresent();
        double score = now.figures().score();
        double then = before.figures().score();
        Span one = knowsDays ? Span.of(place.get()) : Span.of(now.figures());
        Span other = knowsDays ? Span.of(placeBefore.get()) : Span.of(before.figures());
        double difference = score - then;
        double below = Math.hypot(one.below(score), other.above(then));
        double above = Math.hypot(one.above(score), other.below(then));
        return new MonthChange(
                now.percent() - before.percent(), difference - below > 0 || difference + above < 0, knowsDays);
    }

    /** Returns it as words that go on from a month's score. */
    static String said(
            Reading now,
            Reading before,
            String monthBefore,
            Optional<LeagueRow> place,
            Optional<LeagueRow> placeBefore) {
        if (now.shown().isPresent() && before.shown().isPresent()) {
            return of(now.shown().get(), before.shown().get(), place, placeBefore)
                    .said(Words.percent(before.shown().get()), monthBefore);
        }
        return monthBefore + ": "
                + before.shown().map(Words::percent).orElseGet(() -> decapitalised(Words.whyNone(before)));
    }

    private String said(String before, String monthBefore) {
        String then = monthBefore + " (" + before + ")";
        if (points == 0) {
            return "the same as in " + then;
        }
        int apart = Math.abs(points);
        return apart + (apart == 1 ? " point " : " points ") + (points > 0 ? "higher" : "lower") + " than in " + then
                + (isBeyondRanges ? beyond() : ": chance alone may explain it");
    }

    /** Ranges that take answers of one day for as different as any are too narrow where they are not. */
    private String beyond() {
        return ": more than chance alone explains" + (knowsDays ? "" : ", unless answers of one day are alike");
    }

    private static String decapitalised(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}

package heed.monitoring.view.report;

import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.ScoreFigures;
import java.util.Locale;

/**
 * Says how a month's score differs from that of the month before.
 *
 * @param points whole percentages apart, as both are shown; positive where the score is higher
 * @param isBeyondRanges whether the ranges of both leave out that nothing changed
 */
record MonthChange(int points, boolean isBeyondRanges) {

    /**
     * Compares two scores. The difference's own 95% range is made of both, by squaring and adding (R. G. Newcombe,
     * Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998, method
     * 10). That answers of one day are alike is not in it, as it is not in them.
     */
    static MonthChange of(Reading.Shown now, Reading.Shown before) {
        ScoreFigures one = now.figures();
        ScoreFigures other = before.figures();
        double difference = one.score() - other.score();
        double below = Math.hypot(one.score() - one.low(), other.high() - other.score());
        double above = Math.hypot(one.high() - one.score(), other.score() - other.low());
        return new MonthChange(now.percent() - before.percent(), difference - below > 0 || difference + above < 0);
    }

    /** Returns it as words that go on from a month's score. */
    static String said(Reading now, Reading before, String monthBefore) {
        if (now.shown().isPresent() && before.shown().isPresent()) {
            return of(now.shown().get(), before.shown().get())
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
                + (isBeyondRanges ? ": more than chance alone explains" : ": chance alone may explain it");
    }

    private static String decapitalised(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}

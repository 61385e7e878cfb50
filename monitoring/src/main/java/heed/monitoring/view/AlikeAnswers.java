package heed.monitoring.view;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Locale;

/** Says what it means for a comparison that the answers of one day are alike. */
public final class AlikeAnswers {

    private AlikeAnswers() {}

    /** Returns how many answers the hospitals' count as, and which ranges know it. */
    public static String words(National national, List<LeagueRow> rows) {
        if (!isTold(rows)) {
            return "Answers of one day may be alike. What is expected, and where the rank could be, allow for that as far as it"
                    + " is known; how far is not told, because it would tell how many answers single days have.";
        }
        Double correlation = national.getDayCorrelation();
        if (correlation == null) {
            return "Each answer counts in full: how alike the answers of one day are is not known, since the days are not, or"
                    + " there is only one.";
        }
        long effective =
                Math.round(rows.stream().mapToDouble(AlikeAnswers::effective).sum());
        if (effective >= national.getN()) {
            return "Each answer counts in full: answers of one day are no more alike than those of different days.";
        }
        return "Answers of one day are alike (correlation " + String.format(Locale.UK, "%.3f", correlation)
                + "): one good or bad day moves many of them. So " + English.answers(national.getN()) + " count as "
                + English.count(effective)
                + ". The range of the level, what is expected and where the rank could be allow"
                + " for that; the range of these answers does not.";
    }

    /** Tells whether the rows of a comparison say how many answers each hospital's count as. */
    public static boolean isTold(List<LeagueRow> rows) {
        return rows.stream().anyMatch(AlikeAnswers::isKnown);
    }

    /** Returns how many answers a hospital's count as: all of them where its row does not say, as older ones do not. */
    public static double effective(LeagueRow row) {
        return isKnown(row) ? row.getEffectiveN() : row.getN();
    }

    /** Tells whether a row says how many answers a hospital's count as, and what range its level has by them. */
    public static boolean isKnown(LeagueRow row) {
        return row.getEffectiveN() > 0;
    }
}

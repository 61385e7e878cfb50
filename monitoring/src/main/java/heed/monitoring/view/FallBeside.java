package heed.monitoring.view;

import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.questionnaire.Better;
import java.time.YearMonth;
import java.time.ZoneId;

/** Says how a fall and a place that does not show it go together: they are of other times, or against other scores. */
public final class FallBeside {

    private FallBeside() {}

    /** Returns it in a sentence; an empty one where the place is worse than expected too. */
    public static String said(Drop drop, LeagueRow row, Better better, ZoneId zone) {
        if (Verdict.of(row, better) == Verdict.WORSE) {
            return "";
        }
        YearMonth month = YearMonth.parse(row.getMonth());
        YearMonth began = YearMonth.from(drop.getSince().atZone(zone));
        String fall = "the fall that is flagged since about " + Words.date(drop.getSince(), zone);
        if (began.isAfter(month)) {
            return "That month was over before " + fall + ".";
        }
        return began.equals(month)
                ? "That month holds days from before " + fall + "."
                : "That is against other hospitals; " + fall + " is against its own usual score.";
    }
}

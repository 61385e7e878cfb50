package heed.monitoring.view;

import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.time.YearMonth;

/** What one point of a chart stands for: the finer, the fewer days back it is kept. */
public enum Grain {
    DAYS(Words.SHORT_DAYS, Words.SHORT_DAYS + " to", "a point a day, each of " + Words.SHORT_DAYS),
    WEEKS("a week", "Week to", "a point a week that is over"),
    MONTHS("a month", "Month", "a point a month that is over");

    private final String one;
    private final String heading;
    private final String said;

    Grain(String one, String heading, String said) {
        this.one = one;
        this.heading = heading;
        this.said = said;
    }

    /** Returns what a point is the score of: "a week". */
    public String one() {
        return one;
    }

    /** Returns the heading of a column that says which points are meant. */
    public String heading() {
        return heading;
    }

    /** Returns what points there are: "a point a week that is over". */
    public String said() {
        return said;
    }

    /** Says which point ends with a day, under its heading. */
    public String words(LocalDate last) {
        return this == MONTHS ? English.month(YearMonth.from(last)) : English.shortDate(last);
    }
}

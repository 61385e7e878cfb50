package heed.topology.movement;

import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.figures.Counted;
import heed.schemas.key.WeekKey;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Tells days that can have been from what only a foreign writer can have put on the topic of days. */
final class PossibleDay {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private PossibleDay() {}

    /** Tells whether {@code day} is one of the calendar, of measures, and with sums that answers can have. */
    static boolean isPossible(ChannelDay day) {
        try {
            LocalDate date = LocalDate.parse(day.getLabel());
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return false;
            }
            for (ChannelTally tally : day.getTallies()) {
                requirePossible(tally, date);
            }
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void requirePossible(ChannelTally tally, LocalDate date) {
        var unused = WeekKey.at(tally.getMeasure(), date);
        var unusedToo = new Counted(tally.getN(), tally.getSum(), tally.getSumOfSquares());
    }
}

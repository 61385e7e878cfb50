package heed.connectors.theme.weeks;

import java.util.List;
import java.util.Optional;

/** Looks for lasting rises in a theme's share of a hospital's comments: a function of the weeks alone. */
public interface ShareWatch {

    /**
     * Returns the newest rise in weeks that are over; nothing where there is none.
     *
     * @param weeks with comments enough, as one model labels them, the oldest first
     */
    Optional<ShareRise> newest(List<WeekShare> weeks);

    /** Returns the mean number of days between false findings that a theme of a hospital is held to. */
    double falseAlarmDays();

    /** Returns the version of the rule that it looks by. */
    String version();
}

package heed.app.share;

import heed.connectors.theme.weeks.ShareRise;
import heed.connectors.theme.weeks.ShareWatch;
import heed.connectors.theme.weeks.WatchedThemes;
import heed.connectors.theme.weeks.WeekShare;
import heed.topology.detect.WatchRule;
import java.util.List;
import java.util.Optional;

/**
 * Finds rises in a theme's share by the detector of drops: a week is a day to it, and a comment about the theme an
 * answer of the worst score, so that the share of other comments falls when the theme's rises.
 */
public final class DetectedShares implements ShareWatch {

    /** All themes of a hospital together are held to one false finding a year. */
    public static final double FALSE_ALARM_DAYS = 365.0 * WatchedThemes.ALL.size();

    private final WatchRule rule;

    public DetectedShares() {
        this(new WatchRule(FALSE_ALARM_DAYS));
    }

    /** Holds each theme to a rule. */
    public DetectedShares(WatchRule rule) {
        this.rule = rule;
    }

    @Override
    public Optional<ShareRise> newest(List<WeekShare> weeks) {
        ShareCourse course = new ShareCourse(rule);
        weeks.forEach(course::take);
        return course.newest();
    }

    @Override
    public double falseAlarmDays() {
        return rule.targetDays();
    }

    @Override
    public String version() {
        return rule.method().version();
    }
}

package heed.monitoring;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.ThemeWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes rows of what people wrote about. */
public final class ThemeFixture {

    private static final int MINIMUM = 10;

    private ThemeFixture() {}

    /** Returns how many comments of a week are about a theme, of all where it is null; too few below the minimum. */
    public static ThemeWeek aThemeWeek(String hospital, String week, @Nullable String theme, long comments) {
        boolean told = comments >= MINIMUM;
        return ThemeWeek.newBuilder()
                .setHospital(hospital)
                .setWeek(week)
                .setTheme(theme)
                .setComments(told ? comments : null)
                .setSentimentSum(told ? 2 * comments : null)
                .setSuppressed(!told)
                .setMinimum(MINIMUM)
                .setRuleVersion("themes-1")
                .setFinal$(false)
                .setAsOf(told && theme == null ? Instant.parse("2026-03-01T21:17:43.019Z") : null)
                .build();
    }

    /** Returns an open rise of a theme at a hospital, from the sixth week of 2026 on. */
    public static ThemeRise aThemeRise(String hospital, String theme) {
        return ThemeRise.newBuilder()
                .setHospital(hospital)
                .setTheme(theme)
                .setRuleVersion("themes-1")
                .setState(ThemeRiseState.OPEN)
                .setSince("2026-W06")
                .setFound("2026-W08")
                .setThrough("2026-W09")
                .setUsual(.12)
                .setUsualMost(.15)
                .setShare(.31)
                .setShareLeast(.29)
                .setComments(430L)
                .setWeeks(4)
                .setUsualWeeks(40)
                .setEvidenceYears(12.5)
                .setFalseAlarmDays(4380)
                .setWatchVersion("watch-2")
                .setMinimum(MINIMUM)
                .build();
    }
}

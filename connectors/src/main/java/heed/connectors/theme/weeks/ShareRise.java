package heed.connectors.theme.weeks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lasting rise in a theme's share of a hospital's comments. Weeks are named by their Mondays; shares are 0 to 1.
 *
 * @param since the week that it probably began with
 * @param found the week with which the evidence sufficed
 * @param ended the week with which the evidence of its end did; null while it is open
 * @param through the last week that {@code figures} are of
 * @param evidenceYears at the detector's alarm: chance alone shows so much about once in so many years
 */
public record ShareRise(
        LocalDate since,
        LocalDate found,
        @Nullable LocalDate ended,
        LocalDate through,
        Figures figures,
        double evidenceYears) {

    /**
     * The shares before and since.
     *
     * @param usual before, in the middle of what the rows leave open
     * @param usualMost the most that they leave open
     * @param share since, in the middle of what the rows leave open
     * @param shareLeast the least that they leave open
     * @param comments of the weeks since
     * @param weeks since, with comments enough
     * @param usualWeeks before, with comments enough
     */
    public record Figures(
            double usual, double usualMost, double share, double shareLeast, long comments, int weeks, int usualWeeks) {

        /** Tells whether it is a rise whichever of the numbers that the rows leave open are the true ones. */
        public boolean areSure() {
            return shareLeast > usualMost;
        }
    }
}

package heed.connectors.theme.weeks;

import java.time.LocalDate;

/**
 * Says how many comments of a hospital's week are about a theme, as far as the rows of the week say it: they count a
 * minimum at a time.
 *
 * @param monday the day that the week begins with
 * @param comments that were looked at
 * @param least fewest of them that may be about the theme
 * @param most most of them that may be
 */
public record WeekShare(LocalDate monday, int comments, int least, int most) {

    /** Of a week with fewer steps of comments a theme's rows say too little for it to be looked at. */
    public static final int FEWEST_STEPS = 8;

    public WeekShare {
        if (least < 0 || least > most || most > comments) {
            throw new IllegalArgumentException(
                    "of " + comments + " comments " + least + " to " + most + " can't be about something");
        }
    }

    /** Returns the number in the middle of those that the rows leave open. */
    public int middle() {
        return (least + most) / 2;
    }
}

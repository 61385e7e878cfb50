package heed.schemas.sentence;

import java.time.LocalDate;

/**
 * Says what a picture of a fall shows, in English and in Welsh: to whoever sees no pictures, and what its lines mean to
 * whoever does. The picture itself has no words in it.
 *
 * @param first first day that is drawn
 * @param last last day
 * @param days how many days have a score in it
 * @param lowest lowest score of these days
 * @param highest highest score of them
 * @param usual score before the fall
 * @param since the day on which the fall began
 * @param score score since, between {@code low} and {@code high}
 * @param bottom share at the lower edge
 * @param top share at the upper edge
 */
public record ChartSentences(
        LocalDate first,
        LocalDate last,
        int days,
        double lowest,
        double highest,
        double usual,
        LocalDate since,
        double score,
        double low,
        double high,
        double bottom,
        double top) {

    /** Returns what it shows, in English. */
    public String english() {
        return "Chart, " + English.date(first) + " to " + English.date(last) + ": the score of " + English.count(days)
                + " days lies between " + English.percent(lowest) + " and " + English.percent(highest) + ", and "
                + English.percent(usual) + " was usual. The fall began about " + English.date(since)
                + "; since then the score is about " + English.percent(score) + ", between " + English.percent(low)
                + " and " + English.percent(high) + ".";
    }

    /** Returns the same in Welsh. */
    public String welsh() {
        return "Siart, " + Months.WELSH.write(first) + " i " + Months.WELSH.write(last) + ": mae sgôr "
                + English.count(days) + " diwrnod rhwng " + English.percent(lowest) + " a " + English.percent(highest)
                + ", ac roedd " + English.percent(usual) + " yn arferol. Dechreuodd y gostyngiad tua "
                + Months.WELSH.write(since) + "; ers hynny mae'r sgôr tua " + English.percent(score) + ", rhwng "
                + English.percent(low) + " a " + English.percent(high) + ".";
    }

    /** Returns what its lines mean, in English. */
    public String legend() {
        return "Dots: the score of single days. Dashed line: what is usual. Upright line: where the fall began. Band:"
                + " where the score lies since then, in 99 of 100 cases. From " + English.date(first) + " to "
                + English.date(last) + ", and from " + English.percent(bottom) + " at the lower edge to "
                + English.percent(top) + " at the upper; a thin line every 10%.";
    }

    /** Returns the same in Welsh. */
    public String legendWelsh() {
        return "Dotiau: sgôr diwrnodau unigol. Llinell doredig: yr hyn sy'n arferol. Llinell fertigol: lle dechreuodd y"
                + " gostyngiad. Band: lle mae'r sgôr ers hynny, mewn 99 o bob 100 achos. O " + Months.WELSH.write(first)
                + " i " + Months.WELSH.write(last) + ", ac o " + English.percent(bottom) + " ar yr ymyl isaf i "
                + English.percent(top) + " ar yr uchaf; llinell denau bob 10%.";
    }
}

package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.National;
import heed.schemas.Standing;
import java.time.Instant;
import java.time.ZoneId;

/** How sure it is that a month's figures stay. */
enum MonthStand {
    FINAL("Final", "grey", "Only a correction or a withdrawal changes it now."),
    OPEN("Still open", "blue", "Answers are still coming in, and ranks still move.");

    private final String word;
    private final String colour;
    private final String meaning;

    MonthStand(String word, String colour, String meaning) {
        this.word = word;
        this.colour = colour;
        this.meaning = meaning;
    }

    static MonthStand of(National national) {
        return national.getFinal$() ? FINAL : OPEN;
    }

    static MonthStand of(Standing standing) {
        return standing.getFinal$() ? FINAL : OPEN;
    }

    Html chip() {
        return Condition.chip(word, colour);
    }

    /** Says it in a paragraph, with how often the month was restated and as of when it is. */
    Html tell(long restatements, Instant asOf, ZoneId zone) {
        return el(
                "p",
                cls("small stand"),
                chip(),
                " " + meaning,
                restated(restatements),
                " As of " + Words.asOf(asOf, zone) + ".");
    }

    /** Says how often corrections and withdrawals changed a comparison; nothing where none did. */
    private static Html restated(long times) {
        return times == 0
                ? Html.NOTHING
                : Html.text(" Corrections and withdrawals have changed it "
                        + (times == 1 ? "once." : Words.count(times) + " times."));
    }
}

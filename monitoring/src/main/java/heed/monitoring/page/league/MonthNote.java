package heed.monitoring.page.league;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.view.MonthState;
import heed.monitoring.view.Words;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;

/** Writes how sure it is that a month's figures stay. */
final class MonthNote {

    private MonthNote() {}

    static Html chip(MonthState state) {
        return Chip.of(
                state.words(),
                switch (state) {
                    case FINAL -> "grey";
                    case OPEN -> "blue";
                });
    }

    /** Says it in a paragraph, with how often the month was restated and as of when it is. */
    static Html of(MonthState state, long restatements, Instant asOf, ZoneId zone) {
        return el(
                "p",
                cls("small stand"),
                chip(state),
                " " + state.meaning(),
                restated(restatements),
                " As of " + Words.asOf(asOf, zone) + ".");
    }

    /** Says how often corrections and withdrawals changed a comparison; nothing where none did. */
    private static Html restated(long times) {
        return times == 0
                ? Html.NOTHING
                : Html.text(
                        " Corrections and withdrawals have changed it at least " + English.count(times) + " times.");
    }
}

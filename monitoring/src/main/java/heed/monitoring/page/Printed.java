package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a sheet of paper has to say of itself: where what is on it was, and when it was made. On a screen the browser
 * says both.
 *
 * @param address the page's whole address, as its reader asked for it
 * @param at by the wall clock; a browser with scripts puts the moment of printing in its place
 */
public record Printed(String address, Instant at) {

    Html line(ZoneId zone) {
        return el(
                "p",
                cls("printed"),
                address + ", ",
                el("span", attr("id", "printed"), "made on " + English.moment(at.atZone(zone)) + "."));
    }
}

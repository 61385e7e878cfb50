package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;

/** Writes where scripts say what is new, and the words that they have for it: so they are in the page's language. */
final class SaidByScripts {

    private SaidByScripts() {}

    static Html write() {
        return el(
                "div",
                attr("id", "announce"),
                cls("unseen"),
                attr("role", "status"),
                attr("aria-live", "polite"),
                attr("data-say-stopped", "Heed has stopped: the figures on this page are no longer updated."),
                attr("data-say-drop", "New drop"),
                attr("data-say-silent-seconds", "Stopped: no news for 0 s"),
                attr("data-say-silent-minutes", "Stopped: no news for 0 min"),
                attr("data-say-figures", "figures as of"),
                attr("data-say-printed", "printed on"),
                attr("data-say-points", "Read the chart point by point"),
                attr("data-say-svg", "Save this chart as SVG"),
                attr("data-say-png", "as PNG"),
                attr("data-say-simulated", "Simulated figures."),
                attr("data-say-saved", "saved"));
    }
}

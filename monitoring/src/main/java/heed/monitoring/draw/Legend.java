package heed.monitoring.draw;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;

/** Writes what the lines and marks of a chart mean, each sign on one line with its words. */
public final class Legend {

    private final List<Html> keys = new ArrayList<>();

    /** Adds a line or a band as the style sheet draws it. */
    public Legend line(String kind, String words) {
        return sign(el("span", cls("key " + kind)), words);
    }

    /** Adds the mark of a point. */
    public Legend mark(Marker marker, String words) {
        return sign(marker.key(), words);
    }

    /** Adds a letter that is used as a sign. */
    public Legend letter(String letter, String kind, String words) {
        return sign(el("span", cls("sign " + kind), attr("aria-hidden", "true"), letter), words);
    }

    private Legend sign(Html sign, String words) {
        keys.add(el("span", sign, " " + words));
        return this;
    }

    public Html write() {
        return el("p", cls("small legend"), keys);
    }
}

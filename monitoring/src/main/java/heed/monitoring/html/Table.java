package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import java.util.ArrayList;
import java.util.List;

/** Writes a table that scrolls sideways in a region of its own, so that the page does not. */
public final class Table {

    private final List<Html> columns = new ArrayList<>();

    /** Adds a column of words. */
    public Table column(String heading) {
        return column(heading, "");
    }

    /** Adds a column of figures. */
    public Table figures(String heading) {
        return column(heading, "n");
    }

    private Table column(String heading, String classes) {
        columns.add(el("th", attr("scope", "col"), cls(classes), heading));
        return this;
    }

    /** Returns the table with {@code rows}; {@code headingId} is the id of the heading that names it. */
    public Html write(String headingId, List<Html> rows) {
        return el(
                "div",
                cls("wrap"),
                attr("tabindex", "0"),
                attr("role", "region"),
                attr("aria-labelledby", headingId),
                el("table", el("thead", el("tr", columns)), el("tbody", rows)));
    }
}

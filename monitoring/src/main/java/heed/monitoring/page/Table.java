package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;

import java.util.ArrayList;
import java.util.List;

/** Writes a table that scrolls sideways in a region of its own, so that the page does not. */
final class Table {

    private final List<Html> columns = new ArrayList<>();

    /** Adds a column of words. */
    Table column(String heading) {
        return column(heading, "");
    }

    /** Adds a column of figures. */
    Table figures(String heading) {
        return column(heading, "n");
    }

    private Table column(String heading, String classes) {
        columns.add(el("th", attr("scope", "col"), cls(classes), heading));
        return this;
    }

    /** Returns the table with {@code rows}; {@code headingId} is the id of the heading that names it. */
    Html write(String headingId, List<Html> rows) {
        return el(
                "div",
                cls("wrap"),
                attr("tabindex", "0"),
                attr("role", "region"),
                attr("aria-labelledby", headingId),
                el("table", el("thead", el("tr", columns)), el("tbody", rows)));
    }
}

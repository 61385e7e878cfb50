package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html.Attribute;
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
        return region("wrap", attr("aria-labelledby", headingId), table("", rows));
    }

    /** Returns the table with many small {@code rows}, of which some are in view; {@code label} names it. */
    public Html tall(String label, List<Html> rows) {
        return region("wrap tall", attr("aria-label", label), table("narrow", rows));
    }

    private Html table(String classes, List<Html> rows) {
        return el("table", cls(classes), el("thead", el("tr", columns)), el("tbody", rows));
    }

    /** Lets who has no mouse scroll it: a region takes the keyboard's focus. */
    private static Html region(String classes, Attribute name, Html table) {
        return el("div", cls(classes), attr("tabindex", "0"), attr("role", "region"), name, table);
    }
}

package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html.Attribute;
import java.util.ArrayList;
import java.util.List;

/** Writes a table that scrolls sideways in a region of its own, so that the page does not. */
public final class Table {

    private final List<Html> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /** Adds a column of words. */
    public Table column(String heading) {
        return column(heading, "");
    }

    /** Adds a column of figures. */
    public Table figures(String heading) {
        return column(heading, "n");
    }

    /**
     * Adds a column that leads to the table sorted by it.
     *
     * @param sorted {@code ascending} or {@code descending} where it is, empty where it is not
     */
    public Table sortable(String heading, boolean figures, String address, String sorted) {
        headings.add(heading);
        columns.add(el(
                "th",
                attr("scope", "col"),
                cls(figures ? "n" : ""),
                sorted.isEmpty() ? Html.NOTHING : attr("aria-sort", sorted),
                el("a", href(address), heading)));
        return this;
    }

    private Table column(String heading, String classes) {
        headings.add(heading);
        columns.add(el("th", attr("scope", "col"), cls(classes), heading));
        return this;
    }

    /**
     * Returns the table with rows of cells, each a card of its own where the page is narrow: a cell says there what its
     * column is. Of a row with fewer cells than columns each says it itself, as the cell does that names its row.
     *
     * @param headingId of the heading that names the table
     */
    public Html write(String headingId, List<List<Html>> rows) {
        return region(
                "wrap lines",
                attr("aria-labelledby", headingId),
                table("", rows.stream().map(this::row).toList()));
    }

    private Html row(List<Html> cells) {
        List<Html> labelled = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            boolean saysItself = cells.get(at).is("th") || cells.size() < headings.size();
            labelled.add(saysItself ? cells.get(at) : cells.get(at).with(attr("data-label", headings.get(at))));
        }
        return el("tr", labelled);
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

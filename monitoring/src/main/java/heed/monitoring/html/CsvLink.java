package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

/** Writes the link under a table that takes its figures away, unrounded, as a file for a spreadsheet. */
public final class CsvLink {

    private CsvLink() {}

    /** Links to what {@code path}, which may ask for something already, answers as CSV. */
    public static Html to(String path) {
        return el(
                "p",
                cls("small csv"),
                el(
                        "a",
                        href(path + (path.contains("?") ? "&" : "?") + "format=csv"),
                        attr("download", "download"),
                        "These figures as CSV"));
    }
}

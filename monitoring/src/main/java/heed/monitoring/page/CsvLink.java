package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

/** Writes the link under a table that takes its figures away, unrounded, as a file for a spreadsheet. */
final class CsvLink {

    private CsvLink() {}

    /** Links to what {@code path}, which may ask for something already, answers as CSV. */
    static Html to(String path) {
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

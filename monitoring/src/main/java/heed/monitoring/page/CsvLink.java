package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

/** Writes the link under a table that takes its figures away, unrounded, as a file for a spreadsheet. */
final class CsvLink {

    private CsvLink() {}

    /** Links to the answer of {@code path} as CSV, asked with {@code parameters}, which may be empty. */
    static Html to(String path, String parameters) {
        String asked = parameters.isEmpty() ? "" : parameters + "&";
        return el(
                "p",
                cls("small csv"),
                el("a", href(path + "?" + asked + "format=csv"), attr("download", "download"), "These figures as CSV"));
    }
}

package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;

/** Says that there is nothing at an address, and where to go from there. */
public final class NotFoundPage {

    private NotFoundPage() {}

    /** Returns the page. */
    public static Layout.Content write() {
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                "Nothing here",
                Html.join(
                        el("h1", "There is nothing here"),
                        el(
                                "p",
                                cls("sub"),
                                "No hospital or unit with that code has been heard from, or the drop is no longer"
                                        + " remembered."),
                        el("p", el("a", href("/"), "Back to the overview"))));
    }
}

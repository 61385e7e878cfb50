package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;

/** Says that nothing was done, because a form was not sent from a page that its sender had open. */
public final class UnsealedPage {

    private UnsealedPage() {}

    /** Returns the page. */
    public static Layout.Content write() {
        return new Layout.Content(
                        Layout.Section.OVERVIEW,
                        "Nothing was done",
                        Html.join(
                                el("h1", "Nothing was done"),
                                el(
                                        "p",
                                        cls("sub"),
                                        "This was not sent from a page that you opened since you signed in. Open the page"
                                                + " again and send it from there."),
                                el("p", el("a", href("/"), "Back to the overview"))))
                .still();
    }
}

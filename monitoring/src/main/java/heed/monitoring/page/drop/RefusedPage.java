package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;

/** Says why a request changed nothing. */
final class RefusedPage {

    private RefusedPage() {}

    static Layout.Content write(String words) {
        return new Layout.Content(
                        Layout.Section.DROPS,
                        "Nothing was recorded",
                        Html.join(
                                el("h1", "Nothing was recorded"),
                                el("p", cls("sub"), words),
                                el("p", el("a", href("/drops"), "All drops"))))
                .still();
    }
}

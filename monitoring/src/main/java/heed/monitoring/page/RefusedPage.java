package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;

/** Says why a request changed nothing, and where to go on. */
public record RefusedPage(Layout.Section section, String path, String link) {

    /** Returns the page. */
    public Layout.Content write(String words) {
        return new Layout.Content(
                        section,
                        "Nothing was recorded",
                        Html.join(
                                el("h1", "Nothing was recorded"),
                                el("p", cls("sub"), words),
                                el("p", el("a", href(path), link))))
                .still();
    }
}

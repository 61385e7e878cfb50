package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import java.util.ArrayList;
import java.util.List;

/** Writes the way from the outermost page to this one as links. */
public final class Crumbs {

    private final List<Object> links = new ArrayList<>();

    /** Adds a page on the way. */
    public Crumbs link(String path, String words) {
        links.add(el("a", href(path), words));
        links.add(" / ");
        return this;
    }

    /** Returns the way; it ends at this page. */
    public Html here(String words) {
        return el(
                "nav",
                cls("crumbs"),
                attr("aria-label", "Breadcrumb"),
                links,
                el("span", attr("aria-current", "page"), words));
    }
}

package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;

/** Writes what a browser has to know of a page before it shows it. */
final class PageHead {

    private PageHead() {}

    static Html of(Layout.Content content) {
        return el(
                "head",
                el("meta", attr("charset", "utf-8")),
                el(
                        "title",
                        content.isForWhoeverRuns() ? attr("lang", "en-GB") : Html.NOTHING,
                        content.title() + " - Heed"),
                el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
                el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                el("link", attr("rel", "icon"), attr("type", "image/svg+xml"), href("/assets/heed.svg")),
                el("link", attr("rel", "stylesheet"), href("/assets/heed.css")),
                el("script", attr("src", "/assets/heed.js"), attr("defer", "defer")),
                el("script", attr("src", "/assets/chart.js"), attr("defer", "defer")),
                el("script", attr("src", "/assets/save.js"), attr("defer", "defer")),
                content.renewal() == Layout.Renewal.NONE
                        ? Html.NOTHING
                        : el("noscript", el("meta", attr("http-equiv", "refresh"), attr("content", "10"))));
    }
}

package heed.monitoring.page;

import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.Paths;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;

/** Leads from a page to what patients wrote about the same, for whoever may read it. */
public final class CommentsLink {

    private CommentsLink() {}

    /** Returns the way to what patients wrote from the page at {@code path}; nothing for whoever may not read it. */
    public static Html of(PageRequest request, String path) {
        return to(request, Paths.comments(path));
    }

    /** Returns the same from the page of a place. */
    public static Html of(PageRequest request, PlaceKey place) {
        return to(request, Paths.comments(place));
    }

    private static Html to(PageRequest request, String address) {
        return request.reader().may(Right.COMMENTS)
                ? el("p", el("a", href(address), "What people wrote"))
                : Html.NOTHING;
    }
}

package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;

import heed.monitoring.language.Spoken;

/** Says that the server does not go by the name that it was asked by. */
public final class OtherNamePage {

    private OtherNamePage() {}

    /** Returns a whole document without our style sheet, which would be refused too. */
    public static String write(String words, Spoken spoken) {
        return spoken.document(el(
                "html",
                el("head", el("meta", attr("charset", "utf-8")), el("title", "Another name - Heed")),
                el("body", el("main", el("h1", "Heed does not go by this name"), el("p", words)))));
    }
}

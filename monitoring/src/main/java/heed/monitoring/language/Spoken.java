package heed.monitoring.language;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;

/**
 * The language of one answer.
 *
 * @param language that its reader chose
 * @param other the address at which the same is in the other language
 */
public record Spoken(Language language, String other) {

    /** Returns English, with the other language at the first page. */
    public static Spoken english() {
        return new Spoken(Language.ENGLISH, "/?lang=cy");
    }

    /** Returns the link to the other language, in its own words. */
    public Html link() {
        Language there = language.other();
        return el(
                "a",
                cls("language"),
                attr("lang", there.tag()),
                attr("hreflang", there.tag()),
                href(other),
                there.itself());
    }

    /** Returns {@code root}, an html element that says nothing of its language, as the document to send. */
    public String document(Html root) {
        return Html.document(said(root.with(attr("lang", language.tag()))));
    }

    /** Returns a line that a page shows, and no markup, in the language. */
    public String line(String text) {
        return language == Language.WELSH ? new PageTranslation(Catalogue.welsh()).line(text) : text;
    }

    /** Returns a part of a page in the language. */
    public Html said(Html part) {
        return language == Language.WELSH ? new PageTranslation(Catalogue.welsh()).of(part) : part;
    }
}

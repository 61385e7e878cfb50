package heed.monitoring.page.access;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.language.Spoken;
import java.util.List;

/** Frames pages that tell nothing of hospitals nor of the pipeline, which say each thing in English or in Welsh. */
record AccessPage(AccessPage.Words title, Html body) {

    /** Something that is said, in both languages. */
    record Words(String english, String welsh) {

        Html text() {
            return Html.either(english, welsh);
        }

        Html said() {
            return el("p", text());
        }
    }

    /** A field of a form, which is never filled in again where it is a password. */
    record Field(String name, Words label, String type, String filledBy, String value) {

        Html write() {
            return el(
                    "div",
                    cls("field"),
                    el("label", attr("for", name), label.text()),
                    el(
                            "input",
                            attr("type", type),
                            attr("id", name),
                            attr("name", name),
                            attr("autocomplete", filledBy),
                            attr("spellcheck", "false"),
                            attr("autocapitalize", "none"),
                            attr("required", "required"),
                            attr("value", value)));
        }
    }

    static Html button(Words words) {
        return el("p", el("button", attr("type", "submit"), words.text()));
    }

    /** Returns what went wrong, which is read out at once. */
    static Html refused(List<Words> problems) {
        return problems.isEmpty()
                ? Html.NOTHING
                : el(
                        "div",
                        cls("refused"),
                        attr("role", "alert"),
                        problems.stream().map(Words::said).toList());
    }

    static AccessPage of(Words title, Object... body) {
        return new AccessPage(title, Html.join(body));
    }

    /** Returns the document in the language of the answer. */
    String in(Spoken spoken) {
        return spoken.document(el(
                "html",
                el(
                        "head",
                        el("meta", attr("charset", "utf-8")),
                        el("title", title.text(), " - Heed"),
                        el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
                        el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                        el("link", attr("rel", "icon"), attr("type", "image/svg+xml"), href("/assets/heed.svg")),
                        el("link", attr("rel", "stylesheet"), href("/assets/heed.css"))),
                el(
                        "body",
                        el("header", el("div", cls("bar"), el("a", cls("brand"), href("/"), "Heed"), spoken.link())),
                        el("main", attr("id", "main"), el("h1", title.text()), body))));
    }
}

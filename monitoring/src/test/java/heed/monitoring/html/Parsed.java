package heed.monitoring.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Markup as a browser understands it, so that a test asks what a page says and not how it is spelt. */
public record Parsed(Element root) {

    /** Parses a part of a page. */
    public static Parsed of(Html html) {
        return new Parsed(Jsoup.parseBodyFragment(html.toString()).body());
    }

    /** Parses a whole page as it is sent. */
    public static Parsed page(String document) {
        return new Parsed(Jsoup.parse(document).root());
    }

    /** Returns all words, also those of drawings, with one space where there is any. */
    public String text() {
        return root.text();
    }

    /** Returns the words of each element that matches, in the order of the page. */
    public List<String> texts(String selector) {
        return root.select(selector).eachText();
    }

    /** Returns the one element that matches, and refuses any other number of them. */
    public Parsed one(String selector) {
        Elements found = root.select(selector);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements match " + selector);
        }
        return new Parsed(found.get(0));
    }

    public int count(String selector) {
        return root.select(selector).size();
    }

    /** Returns the one value of an attribute; empty where the element has none. */
    public String attribute(String name) {
        return root.attr(name);
    }

    /** Returns an attribute of each element that matches, in the order of the page. */
    public List<String> attributes(String selector, String name) {
        return root.select(selector).eachAttr(name);
    }

    /** Returns the words of the cells beside a row's heading, in its one table. */
    public List<String> row(String heading) {
        return root.select("tr").stream()
                .filter(row -> row.select("th[scope=row]").eachText().contains(heading))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows are headed " + heading);
                })
                .orElseThrow(
                        () -> new AssertionError("no row is headed " + heading + " among " + texts("th[scope=row]")))
                .select("td")
                .eachText();
    }

    /** Returns the words beside the one heading of a row that ends with these words. */
    public String fact(String ending) {
        return new Parsed(root.select("tr").stream()
                        .filter(row -> row.select("th[scope=row]").text().endsWith(ending))
                        .reduce((one, other) -> {
                            throw new AssertionError("two rows are headed " + ending);
                        })
                        .orElseThrow(() -> new AssertionError(
                                "no row's heading ends with " + ending + ": " + texts("th[scope=row]"))))
                .one("td")
                .text();
    }

    /** Returns each element that matches, in the order of the page. */
    public List<Parsed> all(String selector) {
        return root.select(selector).stream().map(Parsed::new).toList();
    }

    /** Returns where each link with these words leads. */
    public List<String> links(String words) {
        return root.select("a[href]").stream()
                .filter(link -> link.text().equals(words))
                .map(link -> link.attr("href"))
                .toList();
    }

    /** Returns the same without the elements that match. */
    public Parsed without(String selector) {
        Element rest = root.clone();
        rest.select(selector).remove();
        return new Parsed(rest);
    }
}

package heed.monitoring.page.runbook;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Writes Markdown as markup, element by element, so that everything in it is escaped as on every other page; what it
 * has no element for, HTML among it, is left out but for the text in it.
 */
final class Markdown {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Node document;
    private final Function<String, Optional<String>> links;

    /** Takes the text, and where its links and the paths of pages in it lead: nowhere where that is empty. */
    Markdown(String text, Function<String, Optional<String>> links) {
        this.document = PARSER.parse(text);
        this.links = links;
    }

    /** Returns the words of the first heading. */
    String title() {
        return children(document).stream()
                .filter(Heading.class::isInstance)
                .findFirst()
                .map(Markdown::words)
                .orElse("");
    }

    Html write() {
        return inside(document);
    }

    private Html inside(Node parent) {
        return Html.join(children(parent).stream().map(this::write).toList());
    }

    private Html write(Node node) {
        if (node instanceof Text text) {
            return Html.text(text.getLiteral());
        } else if (node instanceof Code code) {
            Html words = el("code", code.getLiteral());
            return code.getLiteral().startsWith("/")
                    ? links.apply(code.getLiteral())
                            .map(address -> el("a", href(address), words))
                            .orElse(words)
                    : words;
        } else if (node instanceof SoftLineBreak) {
            return Html.text("\n");
        } else if (node instanceof Link link) {
            return links.apply(link.getDestination())
                    .map(address -> el("a", href(address), inside(link)))
                    .orElseGet(() -> inside(link));
        } else if (node instanceof Heading heading) {
            return el("h" + heading.getLevel(), attr("id", place(words(heading))), inside(heading));
        } else if (node instanceof FencedCodeBlock block) {
            return el("pre", el("code", block.getLiteral()));
        } else if (node instanceof ListItem item) {
            return el("li", item(item));
        } else if (node instanceof TableBlock table) {
            return table(table);
        }
        return name(node).map(name -> el(name, inside(node))).orElseGet(() -> inside(node));
    }

    private static Optional<String> name(Node node) {
        if (node instanceof Paragraph) {
            return Optional.of("p");
        } else if (node instanceof StrongEmphasis) {
            return Optional.of("strong");
        } else if (node instanceof Emphasis) {
            return Optional.of("em");
        } else if (node instanceof BulletList) {
            return Optional.of("ul");
        }
        return node instanceof OrderedList ? Optional.of("ol") : Optional.empty();
    }

    /** A list's items stand close: their paragraphs are none. */
    private Html item(ListItem item) {
        return Html.join(children(item).stream()
                .map(each -> each instanceof Paragraph ? inside(each) : write(each))
                .toList());
    }

    /** Each row is a card where the page is narrow, and each cell says there what its column is. */
    private Html table(TableBlock table) {
        List<String> columns = rows(table, TableHead.class).stream()
                .flatMap(row -> cells(row).stream())
                .map(Markdown::words)
                .toList();
        return el(
                "div",
                cls("wrap lines"),
                attr("tabindex", "0"),
                el(
                        "table",
                        el(
                                "thead",
                                rows(table, TableHead.class).stream()
                                        .map(this::head)
                                        .toList()),
                        el(
                                "tbody",
                                rows(table, TableBody.class).stream()
                                        .map(row -> row(row, columns))
                                        .toList())));
    }

    private Html head(Node row) {
        return el(
                "tr",
                cells(row).stream()
                        .map(cell -> words(cell).isEmpty() ? el("td") : el("th", attr("scope", "col"), inside(cell)))
                        .toList());
    }

    private Html row(Node row, List<String> columns) {
        List<Html> cells = new ArrayList<>();
        for (Node cell : cells(row)) {
            String column = columns.get(cells.size());
            cells.add(
                    cells.isEmpty() || column.isEmpty()
                            ? el("td", inside(cell))
                            : el("td", attr("data-label", column), inside(cell)));
        }
        return el("tr", cells);
    }

    private static List<Node> rows(TableBlock table, Class<? extends Node> part) {
        return children(table).stream()
                .filter(part::isInstance)
                .flatMap(each -> children(each).stream())
                .filter(TableRow.class::isInstance)
                .toList();
    }

    private static List<Node> cells(Node row) {
        return children(row).stream().filter(TableCell.class::isInstance).toList();
    }

    /**
     * Returns what a heading goes by in links, as they are written: its words in small letters, with hyphens between.
     */
    private static String place(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    private static String words(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        }
        StringBuilder words = new StringBuilder();
        children(node).forEach(each -> words.append(words(each)));
        return words.toString();
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            children.add(each);
        }
        return children;
    }
}

package heed.app.command;

import java.net.URI;
import java.util.List;

/** Makes a page one file that needs nothing beside it: its style within it, its links whole, and no script. */
final class StandaloneReport {

    private static final String STYLE = "<link rel=\"stylesheet\" href=\"/assets/heed.css\">";
    private static final List<String> LEFT_OUT = List.of(
            "<script src=\"/assets/heed.js\" defer=\"defer\"></script>",
            "<script src=\"/assets/chart.js\" defer=\"defer\"></script>",
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/heed.svg\">");

    private StandaloneReport() {}

    /**
     * Returns the file.
     *
     * @throws IllegalStateException where the page is none of this release
     */
    static String of(String page, String style, URI base) {
        String alone = once(page, STYLE, "<style>\n" + style + "</style>");
        for (String part : LEFT_OUT) {
            alone = once(alone, part, "");
        }
        return alone.replace("href=\"/", "href=\"" + base.resolve("/"));
    }

    private static String once(String page, String part, String instead) {
        int at = page.indexOf(part);
        if (at < 0) {
            throw new IllegalStateException("what answered is not a page of this release of Heed");
        }
        return page.substring(0, at) + instead + page.substring(at + part.length());
    }
}

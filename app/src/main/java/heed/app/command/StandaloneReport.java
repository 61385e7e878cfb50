package heed.app.command;

import java.net.URI;
import java.util.regex.Pattern;

/** Makes a page one file that needs nothing beside it: its style within it, its links whole, and no script. */
final class StandaloneReport {

    private static final String STYLE = "<link rel=\"stylesheet\" href=\"/assets/heed.css\">";
    private static final String ICON = "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/heed.svg\">";
    private static final Pattern SCRIPTS = Pattern.compile("<script src=\"/assets/[^\"]+\"[^>]*></script>");

    private StandaloneReport() {}

    /**
     * Returns the file.
     *
     * @throws IllegalStateException where the page is none of this release
     */
    static String of(String page, String style, URI base) {
        String styled = once(page, STYLE, "<style>\n" + style + "</style>");
        String alone = SCRIPTS.matcher(once(styled, ICON, "")).replaceAll("");
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

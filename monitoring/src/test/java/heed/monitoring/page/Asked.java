package heed.monitoring.page;

import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.language.Language;
import heed.monitoring.language.Spoken;
import heed.monitoring.readmodel.Snapshot;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks pages for addresses as readers do, without a server. */
public final class Asked {

    private Asked() {}

    /** Returns a page at {@code address}, which must be one of its own. */
    public static Parsed of(Page page, Snapshot snapshot, String address) {
        return of(page, snapshot, address, PageReader.unnamed(right -> true));
    }

    /** Returns the same as {@code reader} sees it. */
    public static Parsed of(Page page, Snapshot snapshot, String address, PageReader reader) {
        Layout.Content content = content(page, snapshot, address, reader);
        return isForWhoeverRuns(content) ? Parsed.of(content.body()) : parsed(content.body());
    }

    /** Parses a part of a page that can be said in Welsh too. */
    public static Parsed parsed(Html part) {
        WelshOfPages.check(part);
        return Parsed.of(part);
    }

    /** Returns a page at {@code address} in Welsh. */
    public static Parsed welsh(Page page, Snapshot snapshot, String address) {
        Layout.Content content = content(page, snapshot, address, PageReader.unnamed(right -> true));
        return Parsed.of(new Spoken(Language.WELSH, "/").said(content.body()));
    }

    private static boolean isForWhoeverRuns(Layout.Content content) {
        return content.section() == Layout.Section.PIPELINE || content.section() == Layout.Section.ADMINISTRATION;
    }

    /** Returns what a page says of itself and in its part to {@code address}. */
    public static Layout.Content content(Page page, Snapshot snapshot, String address, PageReader reader) {
        return found(page, snapshot, address, reader).orElseThrow();
    }

    /** Returns the same; nothing where there is no such page. */
    public static Optional<Layout.Content> found(Page page, Snapshot snapshot, String address, PageReader reader) {
        return page.write(request(page, address, reader), snapshot);
    }

    /** Returns the act of cards for a reader who may do it, or may not. */
    public static SeenIt acting(boolean may) {
        return new SeenIt(new PageRequest(name -> "", name -> null, name -> null, PageReader.unnamed(right -> may)));
    }

    private static PageRequest request(Page page, String address, PageReader reader) {
        String[] parts = address.split("\\?", 2);
        String[] template = page.path().split("/", -1);
        String[] given = parts[0].split("/", -1);
        Map<String, String> path = new HashMap<>();
        for (int at = 0; at < template.length; at++) {
            if (template[at].startsWith("{")) {
                path.put(template[at].substring(1, template[at].length() - 1), given[at]);
            }
        }
        Map<String, String> query = new HashMap<>();
        if (parts.length > 1) {
            for (String pair : parts[1].split("&", -1)) {
                String[] named = pair.split("=", 2);
                query.put(named[0], URLDecoder.decode(named[1], StandardCharsets.UTF_8));
            }
        }
        return new PageRequest(path::get, query::get, name -> null, reader);
    }
}

package heed.monitoring.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes over markup that {@link Html} has written, and says its words in another language: texts, and the attributes
 * that are read or read out. An element that has a language of its own, or says {@code translate="no"}, is left alone
 * with everything in it.
 */
final class OtherLanguage {

    private static final Pattern BOTH = Pattern.compile(
            Html.ENGLISH + "([^" + Html.OTHER + "]*)" + Html.OTHER + "([^" + Html.END + "]*)" + Html.END);
    private static final Pattern READ =
            Pattern.compile(" (aria-label|title|placeholder|data-label|data-say[a-z-]*)=\"([^\"]*)\"");
    /** A title that a sentence names. In Welsh an apostrophe is within a word, or ends one; it never begins one. */
    private static final Pattern TITLE = Pattern.compile("(?<= )&#39;(.+?)&#39;(?=[ .,:;]|$)");

    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");

    private final UnaryOperator<String> say;
    private final Map<String, String> both = new HashMap<>();

    OtherLanguage(UnaryOperator<String> say) {
        this.say = say;
    }

    static String english(String markup) {
        return markup.indexOf(Html.ENGLISH) < 0 ? markup : BOTH.matcher(markup).replaceAll("$1");
    }

    String of(String markup) {
        Matcher pair = BOTH.matcher(markup);
        while (pair.find()) {
            both.put(plain(pair.group(1)), titled(pair.group(2)));
        }
        StringBuilder other = new StringBuilder(markup.length() + 1000);
        int alone = 0;
        int at = 0;
        while (at < markup.length()) {
            int open = markup.indexOf('<', at);
            int end = open < 0 ? markup.length() : open;
            String text = markup.substring(at, end);
            other.append(alone > 0 ? english(text) : texts(text));
            if (open < 0) {
                break;
            }
            at = markup.indexOf('>', open) + 1;
            String tag = markup.substring(open, at);
            alone += depth(tag, alone);
            other.append(alone > 0 ? tag : attributes(tag));
        }
        return other.toString();
    }

    /** Returns by how much deeper behind {@code tag} one is in what is left alone. */
    private static int depth(String tag, int alone) {
        if (tag.startsWith("</")) {
            return alone > 0 ? -1 : 0;
        }
        String name = tag.substring(1, tag.indexOf(' ') < 0 ? tag.length() - 1 : tag.indexOf(' '));
        boolean begins = !name.equals("html") && (tag.contains(" translate=\"no\"") || tag.contains(" lang=\""));
        return (alone > 0 || begins) && !VOID.contains(name) ? 1 : 0;
    }

    private String texts(String text) {
        StringBuilder other = new StringBuilder();
        Matcher pair = BOTH.matcher(text);
        int from = 0;
        while (pair.find()) {
            other.append(said(text.substring(from, pair.start()))).append(titled(pair.group(2)));
            from = pair.end();
        }
        return other.append(said(text.substring(from))).toString();
    }

    private String titled(String other) {
        return TITLE.matcher(other)
                .replaceAll(title -> Matcher.quoteReplacement("&#39;" + said(title.group(1)) + "&#39;"));
    }

    private String attributes(String tag) {
        return READ.matcher(tag)
                .replaceAll(each -> Matcher.quoteReplacement(" " + each.group(1) + "=\"" + said(each.group(2)) + "\""));
    }

    private String said(String escaped) {
        String text = plain(escaped);
        int behind = text.lastIndexOf(" - ");
        String title = behind < 0 ? null : both.get(text.substring(0, behind));
        if (title != null) {
            return title + Html.escape(text.substring(behind));
        }
        String known = both.get(text);
        return known == null ? Html.escape(say.apply(text)) : known;
    }

    private static String plain(String escaped) {
        return escaped.indexOf('&') < 0
                ? escaped
                : escaped.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
    }
}

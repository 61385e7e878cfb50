package heed.monitoring.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes over markup that {@link Html} has written, and says its words in another language: texts, and the attributes
 * that are read or read out. An element that has a language of its own, or says {@code translate="no"}, is left alone
 * with everything in it, and so are {@link Html#written} and what is typed in a form.
 */
final class OtherLanguage {

    private static final Pattern BOTH = Pattern.compile(
            Html.ENGLISH + "([^" + Html.OTHER + "]*)" + Html.OTHER + "([^" + Html.END + "]*)" + Html.END);
    private static final Pattern WRITTEN =
            Pattern.compile(Html.WRITTEN + "[^" + Html.WRITTEN_END + "]*" + Html.WRITTEN_END);
    private static final Pattern MARKS = Pattern.compile("[" + Html.WRITTEN + Html.WRITTEN_END + "]");
    /** The first of those that stand for what somebody wrote while the sentence around it is looked up. */
    private static final char FIRST_HELD = '\uE100';

    private static final int MOST_HELD = 256;
    private static final Pattern READ =
            Pattern.compile(" (aria-label|title|placeholder|data-label|data-say[a-z-]*)=\"([^\"]*)\"");
    /** A title that a sentence names. In Welsh an apostrophe is within a word, or ends one; it never begins one. */
    private static final Pattern TITLE = Pattern.compile("(?<= )&#39;(.+?)&#39;(?=[ .,:;]|$)");

    private static final String TYPED = "<textarea";
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");

    private final UnaryOperator<String> say;
    private final Map<String, String> both = new HashMap<>();

    OtherLanguage(UnaryOperator<String> say) {
        this.say = say;
    }

    static String english(String markup) {
        return unmarked(
                markup.indexOf(Html.ENGLISH) < 0 ? markup : BOTH.matcher(markup).replaceAll("$1"));
    }

    static String unmarked(String text) {
        return text.indexOf(Html.WRITTEN) < 0 && text.indexOf(Html.WRITTEN_END) < 0
                ? text
                : MARKS.matcher(text).replaceAll("");
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
            boolean passed = alone > 0;
            alone += depth(tag, alone);
            other.append(passed || (alone > 0 && !tag.startsWith(TYPED)) ? tag : attributes(tag));
        }
        return other.toString();
    }

    /** Returns by how much deeper behind {@code tag} one is in what is left alone. */
    private static int depth(String tag, int alone) {
        if (tag.startsWith("</")) {
            return alone > 0 ? -1 : 0;
        }
        String name = tag.substring(1, tag.indexOf(' ') < 0 ? tag.length() - 1 : tag.indexOf(' '));
        boolean begins = tag.startsWith(TYPED)
                || (!name.equals("html") && (tag.contains(" translate=\"no\"") || tag.contains(" lang=\"")));
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
        return known == null ? Html.escape(holdingWritten(text)) : known;
    }

    /** Looks a sentence up with a sign for each name in it: a name that is a word of ours stays a name. */
    private String holdingWritten(String text) {
        List<String> held = new ArrayList<>();
        Matcher piece = WRITTEN.matcher(text);
        StringBuilder looked = new StringBuilder();
        while (piece.find() && held.size() < MOST_HELD) {
            piece.appendReplacement(looked, String.valueOf((char) (FIRST_HELD + held.size())));
            held.add(piece.group());
        }
        if (held.isEmpty()) {
            return say.apply(text);
        }
        String said = say.apply(piece.appendTail(looked).toString());
        for (int at = 0; at < held.size(); at++) {
            said = said.replace(String.valueOf((char) (FIRST_HELD + at)), held.get(at));
        }
        return said;
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

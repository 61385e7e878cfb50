package heed.monitoring.html;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Holds a piece of markup that is safe to send. The only way from text to markup is through {@link #el} and
 * {@link #text}, which escape; hospital names, codes and rules are data and may contain anything.
 */
public final class Html {

    public static final Html NOTHING = new Html("");

    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");

    /** Around and between two languages of one text; characters that no text has, for they are taken out of it. */
    static final char ENGLISH = '\uE000';

    static final char OTHER = '\uE001';
    static final char END = '\uE002';

    /** Around what somebody wrote, such as a name, within a sentence of ours. */
    static final char WRITTEN = '\uE003';

    static final char WRITTEN_END = '\uE004';

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** One attribute; its value is escaped. */
    public record Attribute(String name, String value) {}

    public static Attribute attr(String name, Object value) {
        return new Attribute(name, String.valueOf(value));
    }

    /** Returns the classes of an element; one without any has no such attribute. */
    public static Attribute cls(String names) {
        return new Attribute("class", names);
    }

    public static Attribute href(String path) {
        return new Attribute("href", path);
    }

    /**
     * Returns an element of {@code parts}: attributes, markup, lists of those, and anything else as text.
     *
     * @param name of the element, a constant
     */
    public static Html el(String name, Object... parts) {
        StringBuilder open = new StringBuilder("<").append(name);
        StringBuilder inside = new StringBuilder();
        for (Object part : parts) {
            append(part, open, inside);
        }
        open.append('>').append(inside);
        return new Html(VOID.contains(name) ? open.toString() : open + "</" + name + ">");
    }

    /** Tells whether this is such an element. */
    boolean is(String name) {
        return markup.startsWith("<" + name + " ") || markup.startsWith("<" + name + ">");
    }

    /** Returns this element with one more attribute. */
    public Html with(Attribute attribute) {
        var added = new StringBuilder();
        append(attribute, added);
        int end = markup.indexOf('>');
        return new Html(markup.substring(0, end) + added + markup.substring(end));
    }

    /** Returns text as markup. */
    public static Html text(String text) {
        return new Html(escape(text));
    }

    /** Returns text that a record or a sentence has in both languages; which of them is shown is chosen at the end. */
    public static Html either(String english, String other) {
        return new Html(ENGLISH + escape(english) + OTHER + escape(other) + END);
    }

    /** Returns what somebody wrote, such as their name, to stand as it is within a sentence of ours in any language. */
    public static String written(String text) {
        return WRITTEN + OtherLanguage.unmarked(text) + WRITTEN_END;
    }

    /** Returns the same in the other language: what has one, and everything else by {@code say}. */
    public Html inOther(UnaryOperator<String> say) {
        return new Html(new OtherLanguage(say).of(markup));
    }

    /** Returns the pieces one after the other; anything that is not markup is text. */
    public static Html join(Object... parts) {
        return join(List.of(parts));
    }

    public static Html join(List<?> parts) {
        StringBuilder inside = new StringBuilder();
        parts.forEach(part -> append(part, new StringBuilder(), inside));
        return new Html(inside.toString());
    }

    /** Returns the document with {@code html} as its root element. */
    public static String document(Html html) {
        return "<!doctype html>\n" + html + "\n";
    }

    private static void append(Object part, StringBuilder open, StringBuilder inside) {
        if (part instanceof Attribute attribute) {
            append(attribute, open);
        } else if (part instanceof Html html) {
            inside.append(html.markup);
        } else if (part instanceof List<?> list) {
            list.forEach(each -> append(each, open, inside));
        } else {
            inside.append(escape(String.valueOf(part)));
        }
    }

    private static void append(Attribute attribute, StringBuilder open) {
        if (attribute.name().equals("class") && attribute.value().isEmpty()) {
            return;
        }
        open.append(' ')
                .append(attribute.name())
                .append("=\"")
                .append(escape(attribute.value()))
                .append('"');
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case ENGLISH, OTHER, END -> {}
                case '\'' -> safe.append("&#39;");
                default -> safe.append(each);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return OtherLanguage.english(markup);
    }
}

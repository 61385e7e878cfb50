package heed.connectors.deidentify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds words that are names, and words that stand around names and are none. All in small letters. */
final class NameLists {

    private static final String FILE = "/heed/deidentify/names.txt";

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    /** What a word may be. */
    enum Kind {
        /** A given name and hardly anything else. */
        GIVEN,
        /** A surname and hardly anything else. */
        SURNAME,
        /** A name that is a word of everyday too. */
        AMBIGUOUS,
        /** A title that is nothing else. */
        TITLE,
        /** A word for somebody's work that stands before a name too. */
        WORK,
        /** A word that is no name, whatever its first letter. */
        PLAIN
    }

    private NameLists() {}

    /** Returns the lists that come with Heed, and {@code more} names, each of one word or several. */
    static NameLists shippedAnd(Collection<String> more) {
        var lists = new NameLists();
        for (Kind kind : Kind.values()) {
            lists.words.put(kind, new HashSet<>());
        }
        Kind section = Kind.PLAIN;
        for (String line : shipped().split("\n", -1)) {
            if (line.startsWith("[")) {
                section = Kind.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
            } else if (!line.startsWith("#")) {
                lists.add(section, line);
            }
        }
        more.forEach(name -> lists.add(Kind.GIVEN, name));
        return lists;
    }

    private static String shipped() {
        try (InputStream in =
                Objects.requireNonNull(NameLists.class.getResourceAsStream(FILE), "the lists come with Heed")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " can't be read", e);
        }
    }

    private void add(Kind kind, String names) {
        for (String name : names.strip().split("\\s+", -1)) {
            if (!name.isEmpty()) {
                Objects.requireNonNull(words.get(kind), "each kind has its words")
                        .add(name.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Tells whether a word in small letters is of a kind. */
    boolean is(Kind kind, String word) {
        return Objects.requireNonNull(words.get(kind), "each kind has its words")
                .contains(word);
    }
}

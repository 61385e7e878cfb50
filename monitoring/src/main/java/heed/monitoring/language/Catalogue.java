package heed.monitoring.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said in Welsh for what is said in English: {@code cy.po}, a file as translators' tools open it. An entry
 * without places is said for that sentence alone; one with places, as {@code {n} answers}, for all of its kind, and an
 * entry without goes before it: {@code 2 answers} can be said otherwise than 3.
 */
public final class Catalogue {

    private static final Catalogue WELSH = read("cy.po");

    private static final String SENTENCE = "(?<=[.?!]) ";

    private final Map<String, String> whole = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private Catalogue() {}

    /** Returns the Welsh one. */
    public static Catalogue welsh() {
        return WELSH;
    }

    /** Reads a catalogue that the build brings along. */
    static Catalogue read(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + name);
            }
            return of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the lines of a catalogue; refuses a sentence that is in it twice, and one that is not translated. */
    static Catalogue of(List<String> lines) {
        Catalogue catalogue = new Catalogue();
        String english = "";
        for (String line : lines) {
            if (line.startsWith("msgid ")) {
                english = quoted(line);
            } else if (line.startsWith("msgstr ")) {
                catalogue.add(english, quoted(line));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException("neither msgid, msgstr nor a comment: " + line);
            }
        }
        Map.copyOf(catalogue.whole).forEach(catalogue::addSentences);
        catalogue.phrases.sort(Comparator.comparingInt(Phrase::literal).reversed());
        return catalogue;
    }

    private static String quoted(String line) {
        int open = line.indexOf('"');
        int close = line.lastIndexOf('"');
        if (open < 0 || close == open) {
            throw new IllegalStateException("no text between quotation marks: " + line);
        }
        return line.substring(open + 1, close).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private void add(String english, String welsh) {
        if (english.isEmpty()) {
            return;
        }
        add(withoutStop(english), withoutStop(welsh), english);
    }

    /** Sentences stand with their full stop or colon, and end a text without: they are kept without. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith(":")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    private void add(String english, String welsh, String asWritten) {
        if (welsh.isEmpty()) {
            throw new IllegalStateException("not translated: " + asWritten);
        }
        if (whole.put(english, welsh) != null) {
            throw new IllegalStateException("twice in the catalogue: " + asWritten);
        }
        if (english.contains("{")) {
            phrases.add(Phrase.of(english, welsh));
        }
    }

    /** Sentences that are said together are known one by one too, where both languages have as many. */
    private void addSentences(String english, String welsh) {
        String[] some = english.split(SENTENCE, -1);
        String[] others = welsh.split(SENTENCE, -1);
        if (some.length < 2 || some.length != others.length) {
            return;
        }
        for (int at = 0; at < some.length; at++) {
            String one = withoutStop(some[at]);
            if (whole.putIfAbsent(one, withoutStop(others[at])) == null && one.contains("{")) {
                phrases.add(Phrase.of(one, withoutStop(others[at])));
            }
        }
    }

    Map<String, String> all() {
        return Map.copyOf(whole);
    }

    Optional<String> whole(String english) {
        return Optional.ofNullable(whole.get(english));
    }

    List<Phrase> phrases() {
        return phrases;
    }
}

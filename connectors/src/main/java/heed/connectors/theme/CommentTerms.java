package heed.connectors.theme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a comment apart into what the model knows of it: each word, two that follow each other, the beginnings of
 * longer words, which stand for their forms, and how long the comment is. The model is made and asked by the same
 * terms.
 */
public final class CommentTerms {

    private static final Pattern TAKEN_OUT = Pattern.compile("\\[[^\\]]{1,40}]");
    private static final Pattern QUOTES = Pattern.compile("^'+|'+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\d+|[!?£]");
    private static final int BEGINNING = 5;
    private static final int FEW = 2;
    private static final int SOME = 5;
    private static final int MANY = 40;

    private CommentTerms() {}

    /** Returns the terms of a text, each once; none of a text without words. */
    public static Set<String> of(String text) {
        List<String> words = words(text);
        Set<String> terms = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            terms.add(word);
            if (i > 0) {
                terms.add(words.get(i - 1) + " " + word);
            }
            if (word.length() >= BEGINNING) {
                terms.add(word.substring(0, BEGINNING) + "*");
            }
        }
        if (words.size() > MANY) {
            terms.add("<many words>");
        } else if (!words.isEmpty() && words.size() <= SOME) {
            terms.add(words.size() <= FEW ? "<few words>" : "<some words>");
        }
        return terms;
    }

    /** Numbers are all the same, and what was taken out of the comment is no word of it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher each = WORD.matcher(TAKEN_OUT
                .matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" "));
        while (each.find()) {
            String word = each.group();
            if (Character.isDigit(word.charAt(0))) {
                words.add("0");
            } else {
                String bare =
                        word.indexOf('\'') < 0 ? word : QUOTES.matcher(word).replaceAll("");
                if (!bare.isEmpty()) {
                    words.add(bare);
                }
            }
        }
        return words;
    }
}

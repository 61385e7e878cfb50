package heed.connectors.deidentify;

import heed.connectors.deidentify.NameLists.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of people: behind titles, behind words that say that a name follows, and by lists. A name that is on no
 * list and stands alone is not found.
 */
final class PersonNames {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’\\-]\\p{L}[\\p{L}\\p{M}]*){0,3}");
    private static final Pattern CUE = Pattern.compile(
            "(?:name is|name was|name's|named|called|thank you|thanks|thanks to|thank you to|yours sincerely|regards"
                    + "|signed|enw i yw|o'r enw|diolch i)[\\s,:]{1,3}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE_FOLLOWS =
            Pattern.compile("[\\s-]{1,2}(?:" + OwnWords.PLACES + ")\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PLACE_BEFORE =
            Pattern.compile(".*\\b(?:ward|ysbyty)\\s{1,2}$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> POSSESSIVE = Set.of("'s", "’s");
    private static final String ENDS = ".!?\n:;";
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_CUE = 24;

    private final NameLists lists;

    PersonNames(NameLists lists) {
        this.lists = lists;
    }

    /** A word of the text and as the lists have it; {@code first} tells whether it begins a sentence. */
    private record Word(String text, String key, int from, int to, boolean first) {

        boolean isCapital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean isInitial() {
            return text.length() == 1 && isCapital();
        }

        boolean shouts() {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Returns where {@code text} has names, in their order. */
    List<Span> in(String text) {
        List<Word> words = words(text);
        boolean shouting = isShouting(words);
        List<Span> found = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int behind = nameFrom(text, words, next, shouting);
            if (behind > next) {
                found.add(new Span(words.get(next).from(), words.get(behind - 1).to()));
                next = behind;
            } else {
                next++;
            }
        }
        return found;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher each = WORD.matcher(text);
        int end = 0;
        while (each.find()) {
            boolean first =
                    words.isEmpty() || text.substring(end, each.start()).chars().anyMatch(c -> ENDS.indexOf(c) >= 0);
            int to = each.end();
            String word = each.group();
            if (word.length() > 2 && POSSESSIVE.contains(word.substring(word.length() - 2))) {
                to -= 2;
                word = word.substring(0, word.length() - 2);
            }
            words.add(new Word(word, word.toLowerCase(Locale.ROOT).replace('’', '\''), each.start(), to, first));
            end = each.end();
        }
        return words;
    }

    private static boolean isShouting(List<Word> words) {
        return words.stream().filter(Word::shouts).count() * 2 > words.size();
    }

    /** Returns the first word behind the name that begins at {@code at}, or {@code at} where none does. */
    private int nameFrom(String text, List<Word> words, int at, boolean shouting) {
        if (at > 0 && isTitled(text, words, at, shouting)) {
            return extended(text, words, at, shouting);
        }
        boolean listed = isListed(text, words, at, shouting);
        boolean cued = !shouting && isCued(text, words.get(at));
        if (isPlace(text, words.get(at)) || !(listed || cued)) {
            return at;
        }
        int behind = extended(text, words, at, shouting);
        return isPlace(text, words.get(behind - 1)) ? at : behind;
    }

    private boolean isTitled(String text, List<Word> words, int at, boolean shouting) {
        Word before = words.get(at - 1);
        Word word = words.get(at);
        String between = text.substring(before.to(), word.from());
        if (lists.is(Kind.TITLE, before.key())) {
            return between.matches("\\.?[ \\t]{0,2}") && !lists.is(Kind.PLAIN, word.key());
        }
        return lists.is(Kind.WORK, before.key())
                && between.matches("[ \\t]{1,2}")
                && !shouting
                && isNameLike(word)
                && !isPlace(text, word);
    }

    private boolean isNameLike(Word word) {
        return word.isCapital()
                && !lists.is(Kind.PLAIN, word.key())
                && !lists.is(Kind.WORK, word.key())
                && !lists.is(Kind.TITLE, word.key());
    }

    private boolean isListed(String text, List<Word> words, int at, boolean shouting) {
        Word word = words.get(at);
        if (lists.is(Kind.GIVEN, word.key())) {
            return word.text().length() > MOST_WORDS || word.isCapital();
        }
        if (lists.is(Kind.SURNAME, word.key())) {
            return word.isCapital();
        }
        if (shouting || !isNameLike(word)) {
            return false;
        }
        boolean joined = at + 1 < words.size() && isJoined(text, word, words.get(at + 1));
        if (joined
                && isNameLike(words.get(at + 1))
                && lists.is(Kind.SURNAME, words.get(at + 1).key())) {
            return true;
        }
        return lists.is(Kind.AMBIGUOUS, word.key()) && !word.first();
    }

    private boolean isCued(String text, Word word) {
        String before = text.substring(Math.max(0, word.from() - LONGEST_CUE), word.from());
        return isNameLike(word) && !word.shouts() && CUE.matcher(before).find();
    }

    private int extended(String text, List<Word> words, int at, boolean shouting) {
        int behind = at + 1;
        while (behind < words.size() && behind < at + MOST_WORDS && isPart(text, words, behind, shouting)) {
            behind++;
        }
        return behind;
    }

    private boolean isPart(String text, List<Word> words, int at, boolean shouting) {
        Word word = words.get(at);
        if (!isJoined(text, words.get(at - 1), word)) {
            return false;
        }
        boolean known = lists.is(Kind.GIVEN, word.key()) || lists.is(Kind.SURNAME, word.key());
        return known || (!shouting && (word.isInitial() || isNameLike(word)) && !isPlaceWord(word));
    }

    private static boolean isPlaceWord(Word word) {
        return word.key().matches(OwnWords.PLACES);
    }

    /** Nothing but a space, or the dot of an initial, is between the words of a name. */
    private static boolean isJoined(String text, Word before, Word word) {
        String between = text.substring(before.to(), word.from());
        return between.equals(" ") || between.equals("-") || (before.isInitial() && between.matches("\\. ?"));
    }

    private static boolean isPlace(String text, Word word) {
        return PLACE_FOLLOWS
                        .matcher(text.substring(word.to(), Math.min(text.length(), word.to() + LONGEST_CUE)))
                        .matches()
                || PLACE_BEFORE
                        .matcher(text.substring(Math.max(0, word.from() - LONGEST_CUE), word.from()))
                        .matches();
    }
}

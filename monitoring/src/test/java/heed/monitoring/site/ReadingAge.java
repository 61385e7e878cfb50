package heed.monitoring.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says from which age on a text can be read, by the Flesch-Kincaid grade: .39 times the words of a sentence and 11.8
 * times the syllables of a word, less 15.59, is a school year of the United States; five more is an age (Kincaid,
 * Fishburne, Rogers and Chissom 1975). Syllables are counted as groups of vowels, less a silent e; that is one too few
 * now and then.
 */
final class ReadingAge {

    private static final int FIRST_YEAR_AT = 5;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT =
            Pattern.compile("(?<=[^aeiouyl])e$|(?<=[^aeioutdy])ed$|(?<=[^aeiouscxzy])es$");

    private ReadingAge() {}

    /** Returns the age for paragraphs, each of at least one sentence. */
    static double of(List<String> paragraphs) {
        long sentences = 0;
        long words = 0;
        long syllables = 0;
        for (String paragraph : paragraphs) {
            sentences += Math.max(1, SENTENCE_END.matcher(paragraph).results().count());
            List<String> these = WORD.matcher(paragraph)
                    .results()
                    .flatMap(each -> Arrays.stream(each.group().split("-", -1)))
                    .toList();
            words += these.size();
            syllables += these.stream().mapToLong(ReadingAge::syllables).sum();
        }
        return .39 * words / sentences + 11.8 * syllables / words - 15.59 + FIRST_YEAR_AT;
    }

    static long syllables(String word) {
        String spoken = SILENT.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        return Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}

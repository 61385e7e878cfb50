package heed.connectors.mapping;

import heed.schemas.questionnaire.Option;
import heed.schemas.questionnaire.Question;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answer to one question, by the first rule that knows the cell:
 *
 * <ol>
 *   <li>a word of the mapping;
 *   <li>an answer's code or its words in the questionnaire;
 *   <li>what stands for nothing;
 *   <li>a number that is an answer's code, decimals of zero or not;
 *   <li>a number, where the mapping says that numbers count the answers;
 *   <li>number and words together, {@code 1 - Very good}: the words, else the number.
 * </ol>
 *
 * <p>Capitals, apostrophes, underscores and other spaces make no difference.
 */
final class AnswerWords {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})(?:\\.0*)?");
    private static final Pattern BOTH = Pattern.compile("(\\d{1,6})(?:\\.0+)? ?[-\u2013:.)=/]? ?(\\D.*)");
    private static final Pattern TURNED = Pattern.compile("(.*\\D) ?[(\\[](\\d{1,6})[)\\]]");

    private final AnswerMapping mapping;

    AnswerWords(AnswerMapping mapping) {
        this.mapping = mapping;
    }

    /** Returns the answer's code, empty where nothing was answered; nothing where no rule knows the text. */
    Optional<String> read(String text) {
        String word = MappedWords.plain(text);
        String said = mapping.field().words().get(word);
        if (said != null) {
            return Optional.of(said);
        }
        Optional<String> named = named(word);
        if (named.isPresent()) {
            return named;
        }
        if (MappedWords.isNothing(text)) {
            return Optional.of("");
        }
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            return numbered(number.group(1));
        }
        return both(word);
    }

    private Optional<String> both(String word) {
        Matcher both = BOTH.matcher(word);
        if (both.matches()) {
            return named(both.group(2).strip()).or(() -> numbered(both.group(1)));
        }
        Matcher turned = TURNED.matcher(word);
        return turned.matches() ? named(turned.group(1).strip()).or(() -> numbered(turned.group(2))) : Optional.empty();
    }

    private Optional<String> named(String word) {
        List<String> found = question().options().stream()
                .filter(option -> MappedWords.plain(option.code()).equals(word)
                        || MappedWords.plain(option.text()).equals(word))
                .map(Option::code)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<String> numbered(String digits) {
        int number = Integer.parseInt(digits);
        Optional<String> code = question().options().stream()
                .map(Option::code)
                .filter(each -> each.equals(String.valueOf(number)))
                .findFirst();
        OptionalInt first = mapping.numbers();
        if (code.isPresent() || first.isEmpty()) {
            return code;
        }
        int place = number - first.getAsInt();
        return place >= 0 && place < question().options().size()
                ? Optional.of(question().options().get(place).code())
                : Optional.empty();
    }

    private Question question() {
        return mapping.question();
    }

    /** Returns what the mapping could say, where a text is a number that no rule reads. */
    static String advice(String text) {
        return NUMBER.matcher(text).matches()
                ? "is a number that is no answer's code; say under numbers what stands for the first answer, or say its"
                        + " meaning under words"
                : "is no answer to this question; say its meaning under words";
    }
}

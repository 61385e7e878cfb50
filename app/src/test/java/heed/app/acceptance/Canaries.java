package heed.app.acceptance;

import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes comments of which each has a word that stands nowhere else, in the shapes in which feedback comes in. */
final class Canaries {

    /** What the words begin with. */
    static final String BEGINNING = "qzyx";

    static final String MAPPING =
            """
            questionnaire: fft-2020
            source: canaries
            id: {column: %1$sid}
            hospital: {value: H1}
            given_at: {column: %1$sat}
            comment: {column: %1$swords, question: why}
            answers: {overall: {column: %1$sanswer}}
            """;

    private final Instant given;

    Canaries(Instant given) {
        this.given = given;
    }

    /** Returns a comment: of ten two have the word where a name stands, which is taken out. */
    static String words(int number) {
        return number % 5 == 0
                ? "Thanks to Dr Q" + BEGINNING.substring(1) + number + " for the tea"
                : "The tea " + BEGINNING + number + "x was cold";
    }

    /** Tells whether the word stays in the comment. */
    static boolean stays(int number) {
        return number % 5 != 0;
    }

    /** Returns responses a line; of ten one is refused, and its words with it. */
    String lines(int from, int to) {
        return joined(
                from,
                to,
                "\n",
                i ->
                        "{\"feedback_id\": \"%s\", \"hospital\": \"H1\", \"questionnaire\": \"fft-2020\", \"given_at\": \"%s\", \"answers\": {\"overall\": \"%s\"}, \"comment\": \"%s\"}"
                                .formatted(id(i), given, answer(i), words(i)));
    }

    /** Returns a vendor's delivery of several. */
    String delivery(int from, int to) {
        return "["
                + joined(from, to, ",", i -> "{\"id\": \"%d\", \"at\": \"%s\", \"answer\": \"good\", \"words\": \"%s\"}"
                        .formatted(i, given, words(i)))
                + "]";
    }

    /** Returns rows of a file; of ten one is refused. */
    String rows(int from, int to) {
        return "id,at,answer,words\n" + joined(from, to, "\n", i -> i + "," + given + "," + answer(i) + "," + words(i))
                + "\n";
    }

    /** Tells whether {@link #lines} and {@link #rows} have an answer that there is none. */
    static boolean isRefused(int number) {
        return number % 10 == 3;
    }

    private static String answer(int number) {
        return isRefused(number) ? "splendid" : "good";
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String joined(int from, int to, String between, IntFunction<String> one) {
        return IntStream.range(from, to).mapToObj(one).collect(Collectors.joining(between));
    }
}

package heed.bench;

import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The questionnaire that is answered: as many questions as there are to be measures, each with the answers that
 * questions of {@code experience-1} have.
 *
 * @param measures questions, each scored by one measure
 */
record Survey(int measures) {

    static final String ID = "bench-1";
    static final List<String> ANSWERS = List.of("yes_always", "yes_sometimes", "no", "not_applicable");

    private static final int[] POINTS = {10_000, 5_000, 0, Measure.EXCLUDED};

    /** Returns the code of the i-th question. */
    static String question(int i) {
        return "question-" + (i + 1);
    }

    /** Returns the full name of the i-th measure. */
    static String measure(int i) {
        return ID + "." + question(i);
    }

    /** Returns what an answer is worth, in basis points. */
    static int points(int answer) {
        return POINTS[answer];
    }

    /** Writes the questionnaire as a file of {@code directory} and returns where. */
    Path write(Path directory) {
        StringBuilder questions = new StringBuilder();
        StringBuilder scored = new StringBuilder();
        for (int i = 0; i < measures; i++) {
            questions.append("  %s:%n    text: Question %d%n    answers: ".formatted(question(i), i + 1));
            questions.append(
                    "{yes_always: Always, yes_sometimes: Sometimes, no: Never, not_applicable: Did not apply}\n");
            scored.append(
                    "  %s:%n    title: Question %d%n    question: %s%n".formatted(question(i), i + 1, question(i)));
            scored.append("    watch: %s%n".formatted(i == 0 ? "overall" : "other"));
            scored.append("    points: {yes_always: 10000, yes_sometimes: 5000, no: 0, not_applicable: excluded}\n");
        }
        String text =
                "id: " + ID + "\ntitle: Survey of the benchmark\nquestions:\n" + questions + "measures:\n" + scored;
        try {
            return Files.writeString(directory.resolve(ID + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the questionnaire could not be written", e);
        }
    }

    /** Reads the file back. */
    static Questionnaires read(Path file) {
        return Questionnaires.shipped().and(List.of(file));
    }
}

package heed.connectors.submission;

import heed.connectors.deidentify.Deidentified;
import heed.connectors.deidentify.Deidentifier;
import heed.schemas.Answer;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.Rated;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.name.Codes;
import heed.schemas.name.RespondentCodes;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.WatchRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a patient wrote beside the answers: as text, or as an object of {@code text}, {@code language} and
 * {@code question}. What is wrong with it is said and costs nothing but itself: the answers count all the same.
 */
public final class CommentReader {

    private static final List<String> FIELDS = List.of("text", "language", "question");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n(?: ?\\n){2,}");
    /** All that is not seen but the joiner that emoji are made with. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200D]]");

    private final Deidentifier deidentifier;
    private final HospitalDirectory hospitals;
    private final int longest;

    /**
     * Takes what takes out of a comment what may tell who somebody is, what hospitals are called, and how many
     * characters a comment has at most.
     */
    public CommentReader(Deidentifier deidentifier, HospitalDirectory hospitals, int longest) {
        this.deidentifier = deidentifier;
        this.hospitals = hospitals;
        this.longest = longest;
    }

    /**
     * Returns a reader that takes out the names of a file, one a line, beside those that come with Heed.
     *
     * @throws IllegalArgumentException where the file can't be read, in words
     */
    public static CommentReader knowing(Optional<Path> names, HospitalDirectory hospitals, int longest) {
        return new CommentReader(
                Deidentifier.knowing(names.map(CommentReader::lines).orElse(List.of())), hospitals, longest);
    }

    private static List<String> lines(Path names) {
        try {
            return Files.readAllLines(names);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    names + " can't be read as names in UTF-8, one a line: " + e.getMessage(), e);
        }
    }

    /** Returns what may be kept of what was written beside a response. */
    WrittenWords read(Submitted submitted, Feedback response, Questionnaire asked) {
        if (submitted instanceof Submitted.Text text) {
            return kept(text.value(), Optional.empty(), Optional.empty(), response, asked);
        }
        if (!(submitted instanceof Submitted.Fields fields)) {
            return WrittenWords.refused("must be text, or an object of " + String.join(", ", FIELDS));
        }
        if (!FIELDS.containsAll(fields.byName().keySet())) {
            return WrittenWords.refused("has a field that is none of " + String.join(", ", FIELDS));
        }
        if (!(fields.byName().get("text") instanceof Submitted.Text text)) {
            return WrittenWords.refused("needs its text, as text");
        }
        Optional<String> language = text(fields.byName(), "language");
        Optional<String> question = text(fields.byName(), "question");
        if (language.filter(tag -> !RespondentCodes.isLanguage(tag)).isPresent()) {
            return WrittenWords.refused("has a language that does not match " + RespondentCodes.LANGUAGE_PATTERN);
        }
        if (question.filter(code -> !Codes.isCode(code)).isPresent()) {
            return WrittenWords.refused("has a question that does not match " + Codes.PATTERN);
        }
        return kept(text.value(), language, question, response, asked);
    }

    /** Returns a field's text, which is none where it is something else. */
    private static Optional<String> text(Map<String, Submitted> fields, String name) {
        Submitted value = fields.get(name);
        if (value == null || value instanceof Submitted.Nothing) {
            return Optional.empty();
        }
        return Optional.of(value instanceof Submitted.Text text ? text.value() : "");
    }

    private WrittenWords kept(
            String written,
            Optional<String> language,
            Optional<String> question,
            Feedback response,
            Questionnaire asked) {
        if (written.length() > 2 * longest) {
            return WrittenWords.refused(tooLong());
        }
        String text = LINE_ENDS.matcher(written).replaceAll("\n");
        if (text.codePoints().anyMatch(CommentReader::isControlOrHalf)) {
            return WrittenWords.refused("holds control characters, or halves of characters");
        }
        String plain = plain(text);
        if (plain.isEmpty()) {
            return WrittenWords.NONE;
        }
        if (plain.codePointCount(0, plain.length()) > longest) {
            return WrittenWords.refused(tooLong());
        }
        Deidentified clean = deidentifier.clean(
                plain, hospitals.byCode(response.getHospital()).name());
        Comment comment = Comment.newBuilder()
                .setFeedbackId(response.getFeedbackId())
                .setRevision(response.getRevision())
                .setHospital(response.getHospital())
                .setUnit(response.getUnit())
                .setQuestion(question.orElse(null))
                .setLanguage(language.orElse(response.getLanguage()))
                .setRated(rated(response, asked))
                .setText(clean.text())
                .setGivenAt(response.getGivenAt())
                .build();
        return new WrittenWords(Optional.of(comment), Optional.empty(), clean.takenOut());
    }

    private String tooLong() {
        return "is longer than " + longest + " characters, the setting comments.longest";
    }

    private static boolean isControlOrHalf(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** One way of writing for what reads alike: composed characters, digits of ASCII, single spaces, nothing unseen. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        var digits = new StringBuilder();
        composed.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        String spaced = SPACES.matcher(digits).replaceAll(" ");
        return BLANK_LINES.matcher(spaced).replaceAll("\n\n").strip();
    }

    private static Rated rated(Feedback response, Questionnaire asked) {
        return asked.measures().stream()
                .filter(measure -> measure.watch() == WatchRole.OVERALL)
                .findFirst()
                .flatMap(measure -> points(response, measure))
                .map(points -> points * 2 >= Measure.MOST_POINTS ? Rated.GOOD : Rated.POOR)
                .orElse(Rated.UNSTATED);
    }

    private static Optional<Integer> points(Feedback response, Measure measure) {
        return response.getAnswers().stream()
                .filter(answer -> answer.getQuestion().equals(measure.question()))
                .findFirst()
                .map(Answer::getAnswer)
                .map(measure.points()::get)
                .filter(points -> points != Measure.EXCLUDED);
    }
}

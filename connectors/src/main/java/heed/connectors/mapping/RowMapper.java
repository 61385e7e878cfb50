package heed.connectors.mapping;

import heed.connectors.submission.CommentReader;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionPlace;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.submission.Submitted;
import heed.connectors.table.TableRow;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of one file, in their order, as responses; one reader for each time that the file is read. */
public final class RowMapper {

    private final String file;
    private final Mapping mapping;
    private final HospitalDirectory hospitals;
    private final Instant now;
    private final SubmissionReader submissions;
    private final RowIds ids;
    private final PlaceSpellings spellings;
    private final Map<String, String> columns;
    private final RowAnswers answers;

    /**
     * Prepares to read a file from its beginning.
     *
     * @param now no response may have been given more than an hour later
     */
    public RowMapper(
            String file,
            Mapping mapping,
            Questionnaires questionnaires,
            HospitalDirectory hospitals,
            CommentReader comments,
            Instant now) {
        this(file, mapping, reader(questionnaires, now).withComments(comments), hospitals, now);
    }

    /**
     * Prepares to read rows that are judged by a reader of submissions.
     *
     * @param now when they arrived
     */
    public RowMapper(
            String file, Mapping mapping, SubmissionReader submissions, HospitalDirectory hospitals, Instant now) {
        this.file = file;
        this.mapping = mapping;
        this.hospitals = hospitals;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.submissions = submissions;
        this.ids = new RowIds(mapping.source());
        this.answers = new RowAnswers(mapping.answers());
        this.spellings = new PlaceSpellings(hospitals);
        this.columns = columns(mapping);
    }

    private RowMapper(RowMapper other, SubmissionReader submissions) {
        this.file = other.file;
        this.mapping = other.mapping;
        this.hospitals = other.hospitals;
        this.now = other.now;
        this.submissions = submissions;
        this.ids = other.ids;
        this.answers = other.answers;
        this.spellings = other.spellings;
        this.columns = other.columns;
    }

    private static Map<String, String> columns(Mapping mapping) {
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.fields().forEach((name, field) -> field.column().ifPresent(column -> columns.put(name, column)));
        columns.put("given_at", mapping.givenAt().column());
        mapping.id().ifPresent(column -> columns.put("feedback_id", column));
        mapping.comment().ifPresent(comment -> columns.put("comment", comment.column()));
        for (AnswerMapping answer : mapping.answers()) {
            String code = answer.question().code();
            answer.field().column().ifPresent(column -> columns.put("answers." + code, column));
        }
        return columns;
    }

    /** Returns this with another judge of the rows that follow; they remain rows of the same file. */
    public RowMapper judgedBy(SubmissionReader judge) {
        return new RowMapper(this, judge);
    }

    /** Returns a reader for rows however old. */
    private static SubmissionReader reader(Questionnaires questionnaires, Instant now) {
        Duration sinceTheFirstDay = Duration.between(Instant.EPOCH, now.truncatedTo(ChronoUnit.MILLIS))
                .minusDays(1);
        return new SubmissionReader(questionnaires, sinceTheFirstDay, () -> {
            throw new IllegalStateException("every row has an id");
        });
    }

    /** Tells whether the mapping leaves a row out. */
    public boolean leavesOut(TableRow row) {
        return mapping.leaveOut().entrySet().stream()
                .anyMatch(
                        rule -> rule.getValue().matcher(row.cell(rule.getKey())).matches());
    }

    /** Tells whether a row answers none of the questions that are read; of one that ends before them nobody knows. */
    public boolean isUnanswered(TableRow row) {
        return answers.areNoneIn(row) && !answers.areCutIn(row);
    }

    /** Returns the place of a row, for what is wrong with it. */
    public SubmissionPlace place(long line) {
        return RowPlace.of(file, line, columns);
    }

    /** Returns the columns that are read, by the fields of a submission, {@code answers.overall} too. */
    public Map<String, String> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /** Returns the response of a row that is not left out; nothing where something was reported. */
    public Optional<Submission> read(TableRow row, Problems problems) {
        return read(row, place(row.line()), problems);
    }

    /** Returns the withdrawal of the response that a row is of, as of now; nothing where something was reported. */
    public Optional<Submission> withdraw(TableRow row, SubmissionPlace place, Problems problems) {
        int before = problems.count();
        Map<String, Submitted> fields = new LinkedHashMap<>();
        fields.put("feedback_id", new Submitted.Text(id(row, place, problems)));
        put(fields, "hospital", spellings.hospital(cell(row, "hospital"), place, problems));
        put(fields, "questionnaire", mapping.questionnaire().id());
        put(fields, "given_at", now.toString());
        fields.put("withdrawn", new Submitted.Truth(true));
        return problems.count() > before
                ? Optional.empty()
                : submissions.read(place, new Submitted.Fields(fields), now, problems);
    }

    /** Returns the response of a row, with what is wrong named by places of another kind. */
    public Optional<Submission> read(TableRow row, SubmissionPlace place, Problems problems) {
        int before = problems.count();
        String id = id(row, place, problems);
        List<String> cut = new ArrayList<>();
        columns.forEach((field, column) -> {
            if (row.endsBefore(column)) {
                cut.add(column);
            }
        });
        if (!cut.isEmpty()) {
            problems.add(
                    place,
                    "the row ends before the column '" + cut.get(0)
                            + "'; mend what was cut off, or leave out what is no response, by leave_out in the mapping; where"
                            + " the program that wrote it leaves empty cells out at the end, have it write .xlsx or CSV"
                            + " with all cells");
            return Optional.empty();
        }
        Map<String, Submitted> fields = new LinkedHashMap<>();
        fields.put("feedback_id", new Submitted.Text(id));
        String hospital = spellings.hospital(cell(row, "hospital"), place, problems);
        put(fields, "hospital", hospital);
        put(fields, "unit", spellings.unit(hospital, cell(row, "unit"), place, problems));
        put(fields, "questionnaire", mapping.questionnaire().id());
        put(fields, "given_at", givenAt(row, hospitals.byCode(hospital).zone(), place, problems));
        put(fields, "channel", channel(row, place, problems));
        put(fields, "language", MappedWords.language(cell(row, "language")));
        put(fields, "age_band", MappedWords.ageBand(cell(row, "age_band")));
        Revisions.read(cell(row, "revision")).ifPresent(revision -> fields.put("revision", revision));
        fields.put("answers", new Submitted.Fields(answers.read(row, place, problems)));
        mapping.comment().flatMap(comment -> comment.read(row)).ifPresent(comment -> fields.put("comment", comment));
        return problems.count() > before
                ? Optional.empty()
                : submissions.read(place, new Submitted.Fields(fields), now, problems);
    }

    private static void put(Map<String, Submitted> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, new Submitted.Text(value));
        }
    }

    private String id(TableRow row, SubmissionPlace place, Problems problems) {
        // Of every row, so that those that are alike are counted whatever becomes of them.
        String ofContent = ids.ofContent(row.content()).toString();
        if (mapping.id().isEmpty()) {
            return ofContent;
        }
        String id = row.cell(mapping.id().get());
        if (id.isEmpty()) {
            problems.add(place.field("feedback_id"), "is empty; without its id a row can't be told from others");
        }
        return ids.ofVendor(id).toString();
    }

    /** Returns the text of a field, its meaning where the mapping says one; empty where there is none. */
    private String cell(TableRow row, String name) {
        FieldMapping field = mapping.fields().get(name);
        if (field == null) {
            return "";
        }
        String text = field.column().map(row::cell).orElse("");
        String meant = field.value().orElseGet(() -> field.words().get(MappedWords.plain(text)));
        return meant != null ? meant : MappedWords.isNothing(text) ? "" : text;
    }

    private String givenAt(TableRow row, ZoneId hospital, SubmissionPlace place, Problems problems) {
        TimeMapping time = mapping.givenAt();
        String text = row.cell(time.column());
        if (MappedWords.isNothing(text)) {
            return "";
        }
        return time.format()
                .read(text, time.zone().orElse(hospital))
                .map(Object::toString)
                .orElseGet(() -> {
                    problems.add(place.field("given_at"), time.format().advice(text));
                    return "";
                });
    }

    private String channel(TableRow row, SubmissionPlace place, Problems problems) {
        String text = cell(row, "channel");
        if (text.isEmpty()) {
            return "";
        }
        return MappedWords.channel(text).orElseGet(() -> {
            problems.add(
                    place.field("channel"),
                    "is no channel that is known; say its meaning under words: sms, web, kiosk, paper or phone");
            return "";
        });
    }
}

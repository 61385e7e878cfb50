package heed.connectors.submission;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.name.RespondentCodes;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns one submission into a response, or reports everything that is wrong with it. What passes here passes the
 * pipeline's own admission too, so a sender learns of a mistake at once and not from the rejected topic.
 */
public final class SubmissionReader {

    private static final List<String> FIELDS = List.of(
            "feedback_id",
            "revision",
            "withdrawn",
            "hospital",
            "unit",
            "questionnaire",
            "given_at",
            "channel",
            "language",
            "age_band",
            "answers");
    private static final String COMMENT = "comment";
    private static final List<String> WITH_COMMENT =
            Stream.concat(FIELDS.stream(), Stream.of(COMMENT)).toList();
    private static final List<String> REQUIRED = List.of("hospital", "questionnaire", "given_at");
    private static final List<String> CHANNELS = List.of("sms", "web", "kiosk", "paper", "phone");

    private final Questionnaires questionnaires;
    private final List<String> questionnaireIds;
    private final Duration lateness;
    private final GivenAtReader givenAt;
    private final SubmissionIds ids;
    private final Function<String, Optional<String>> spelling;
    private final List<Senders> senders;
    private final Optional<CommentReader> comments;

    /**
     * Creates a reader that takes responses of any hospital.
     *
     * @param lateness how long after {@code given_at} a response is still taken
     * @param newIds makes the {@code feedback_id} of a submission that has none
     */
    public SubmissionReader(Questionnaires questionnaires, Duration lateness, Supplier<UUID> newIds) {
        this(questionnaires, lateness, newIds, any -> true);
    }

    /**
     * Creates a reader.
     *
     * @param lateness how long after {@code given_at} a response is still taken
     * @param newIds makes the {@code feedback_id} of a submission that has none
     * @param hospitals tells by their codes which hospitals may send
     */
    public SubmissionReader(
            Questionnaires questionnaires, Duration lateness, Supplier<UUID> newIds, Predicate<String> hospitals) {
        this(
                questionnaires,
                lateness,
                SubmissionIds.uuids(newIds),
                Optional::of,
                List.of(new Senders(hospitals, "is not in the hospitals' file, which is the list of who may send")),
                Optional.empty());
    }

    private SubmissionReader(
            Questionnaires questionnaires,
            Duration lateness,
            SubmissionIds ids,
            Function<String, Optional<String>> spelling,
            List<Senders> senders,
            Optional<CommentReader> comments) {
        this.senders = senders;
        this.comments = comments;
        this.spelling = spelling;
        this.questionnaires = questionnaires;
        this.questionnaireIds =
                questionnaires.all().stream().map(Questionnaire::id).toList();
        this.lateness = lateness;
        this.givenAt = new GivenAtReader(lateness);
        this.ids = ids;
    }

    /** Which hospitals' responses are taken, and what is said of others. */
    private record Senders(Predicate<String> hospitals, String otherwise) {}

    /**
     * Returns a reader that takes less: of hospitals that {@code allowed} does not tell it says {@code otherwise},
     * before anything that would tell whether there are such.
     */
    public SubmissionReader within(Predicate<String> allowed, String otherwise) {
        List<Senders> both = new ArrayList<>(List.of(new Senders(allowed, otherwise)));
        both.addAll(senders);
        return new SubmissionReader(questionnaires, lateness, ids, spelling, both, comments);
    }

    /** Returns a reader that gives submissions the ids that {@code other} says. */
    public SubmissionReader identified(SubmissionIds other) {
        return new SubmissionReader(questionnaires, lateness, other, spelling, senders, comments);
    }

    /** Returns a reader that has hospitals spelt as {@code spellings} says. */
    public SubmissionReader spelt(HospitalSpellings spellings) {
        return new SubmissionReader(questionnaires, lateness, ids, spellings::of, senders, comments);
    }

    /** Returns a reader that takes comments too; one that does not refuses the field. */
    public SubmissionReader withComments(CommentReader reader) {
        return new SubmissionReader(questionnaires, lateness, ids, spelling, senders, Optional.of(reader));
    }

    /**
     * Returns what was submitted; nothing where something was reported.
     *
     * @param place where the submission stands in what came in
     * @param arrival when Heed first received it, in whole milliseconds
     */
    public Optional<Submission> read(SubmissionPlace place, Submitted submitted, Instant arrival, Problems problems) {
        if (!(submitted instanceof Submitted.Fields object)) {
            problems.add(place, "must be an object");
            return Optional.empty();
        }
        int before = problems.count();
        var fields = new SubmissionFields(place, object, problems);
        fields.refuseUnknown(comments.isPresent() ? WITH_COMMENT : FIELDS);
        REQUIRED.forEach(name -> fields.require(name, ""));
        boolean withdrawn = fields.truth("withdrawn");
        Optional<Integer> revision = fields.positive("revision");
        requireIdOfKnown(fields, withdrawn, revision);
        Optional<UUID> id = ids.read(fields);
        var response = Feedback.newBuilder().setWithdrawn(withdrawn).setRevision(revision.orElse(1));
        hospital(fields, problems).ifPresent(response::setHospital);
        fields.code("unit").ifPresent(response::setUnit);
        Optional<String> questionnaire = fields.oneOf("questionnaire", questionnaireIds);
        questionnaire.ifPresent(response::setQuestionnaire);
        givenAt.read(fields, arrival, problems).ifPresent(response::setGivenAt);
        response.setChannel(fields.oneOf("channel", CHANNELS)
                .map(name -> Channel.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Channel.UNKNOWN));
        respondent(fields, response);
        response.setAnswers(
                withdrawn
                        ? noAnswers(fields, problems)
                        : answers(fields, questionnaire.flatMap(questionnaires::byId), problems));
        if (problems.count() > before) {
            return Optional.empty();
        }
        Feedback built =
                response.setFeedbackId(id.orElseGet(ids.fresh()).toString()).build();
        return Optional.of(new Submission(built, words(fields, built)));
    }

    /** What is wrong with a comment is no problem of the response. */
    private WrittenWords words(SubmissionFields fields, Feedback response) {
        Optional<Submitted> written = fields.value(COMMENT);
        if (comments.isEmpty() || written.isEmpty()) {
            return WrittenWords.NONE;
        }
        return response.getWithdrawn()
                ? WrittenWords.refused("is not taken with a withdrawal, which removes it")
                : comments.get()
                        .read(
                                written.get(),
                                response,
                                questionnaires.byId(response.getQuestionnaire()).orElseThrow());
    }

    private Optional<String> hospital(SubmissionFields fields, Problems problems) {
        Optional<String> code = fields.code("hospital");
        Optional<String> spelt = code.flatMap(spelling);
        Optional<String> hospital = spelt.isPresent() ? spelt : code;
        Optional<Senders> refusing = hospital.flatMap(each -> senders.stream()
                .filter(sender -> !sender.hospitals().test(each))
                .findFirst());
        refusing.ifPresent(each -> problems.add(fields.place("hospital"), each.otherwise()));
        if (refusing.isEmpty() && spelt.isEmpty() && code.isPresent()) {
            problems.add(fields.place("hospital"), HospitalSpellings.OTHERWISE);
        }
        return hospital;
    }

    private static void respondent(SubmissionFields fields, Feedback.Builder response) {
        fields.text(
                        "language",
                        RespondentCodes::isLanguage,
                        "must be a language tag such as en or cy: text that matches "
                                + RespondentCodes.LANGUAGE_PATTERN)
                .ifPresent(response::setLanguage);
        fields.text(
                        "age_band",
                        RespondentCodes::isAgeBand,
                        "must be a code such as 16-24 or 85+: text that matches " + RespondentCodes.AGE_BAND_PATTERN)
                .ifPresent(response::setAgeBand);
    }

    private static void requireIdOfKnown(SubmissionFields fields, boolean withdrawn, Optional<Integer> revision) {
        if (withdrawn) {
            fields.require("feedback_id", " to withdraw a response");
        } else if (revision.orElse(1) > 1) {
            fields.require("feedback_id", " to correct a response");
        }
    }

    private static List<Answer> noAnswers(SubmissionFields fields, Problems problems) {
        boolean some = fields.value("answers")
                .filter(submitted -> !(submitted instanceof Submitted.Fields object
                        && object.byName().isEmpty()))
                .isPresent();
        if (some) {
            problems.add(fields.place("answers"), "must be absent or empty where withdrawn is true");
        }
        return List.of();
    }

    private static List<Answer> answers(
            SubmissionFields fields, Optional<Questionnaire> questionnaire, Problems problems) {
        int before = problems.count();
        fields.require("answers", "");
        Optional<Submitted> submitted = fields.value("answers");
        if (submitted.isEmpty() || questionnaire.isEmpty()) {
            return List.of();
        }
        List<Answer> answers =
                new AnswersReader(problems).read(fields.place("answers"), submitted.get(), questionnaire.get());
        if (answers.isEmpty() && problems.count() == before) {
            problems.add(fields.place("answers"), "must hold at least one answer");
        }
        return answers;
    }
}

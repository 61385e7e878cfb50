package heed.connectors.submission;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.name.RespondentCodes;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Turns one submission into a response, or reports everything that is wrong with it. What passes here passes the
 * pipeline's own admission too, so a sender learns of a mistake at once and not from the rejected topic.
 */
public final class SubmissionReader {

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

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
    private static final List<String> REQUIRED = List.of("hospital", "questionnaire", "given_at");
    private static final List<String> CHANNELS = List.of("sms", "web", "kiosk", "paper", "phone");

    private final Questionnaires questionnaires;
    private final List<String> questionnaireIds;
    private final Duration lateness;
    private final SubmissionIds ids;
    private final Function<String, Optional<String>> spelling;
    private final List<Senders> senders;

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
                List.of(new Senders(hospitals, "is not in the hospitals' file, which is the list of who may send")));
    }

    private SubmissionReader(
            Questionnaires questionnaires,
            Duration lateness,
            SubmissionIds ids,
            Function<String, Optional<String>> spelling,
            List<Senders> senders) {
        this.senders = senders;
        this.spelling = spelling;
        this.questionnaires = questionnaires;
        this.questionnaireIds =
                questionnaires.all().stream().map(Questionnaire::id).toList();
        this.lateness = lateness;
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
        return new SubmissionReader(questionnaires, lateness, ids, spelling, both);
    }

    /** Returns a reader that gives submissions the ids that {@code other} says. */
    public SubmissionReader identified(SubmissionIds other) {
        return new SubmissionReader(questionnaires, lateness, other, spelling, senders);
    }

    /** Returns a reader that has hospitals spelt as {@code spellings} says. */
    public SubmissionReader spelt(HospitalSpellings spellings) {
        return new SubmissionReader(questionnaires, lateness, ids, spellings::of, senders);
    }

    /**
     * Returns the response; nothing where something was reported.
     *
     * @param place where the submission stands in what came in
     * @param arrival when Heed first received it, in whole milliseconds
     */
    public Optional<Feedback> read(SubmissionPlace place, Submitted submitted, Instant arrival, Problems problems) {
        if (!(submitted instanceof Submitted.Fields object)) {
            problems.add(place, "must be an object");
            return Optional.empty();
        }
        int before = problems.count();
        var fields = new SubmissionFields(place, object, problems);
        fields.refuseUnknown(FIELDS);
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
        givenAt(fields, arrival, problems).ifPresent(response::setGivenAt);
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
        return Optional.of(
                response.setFeedbackId(id.orElseGet(ids.fresh()).toString()).build());
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

    private Optional<Instant> givenAt(SubmissionFields fields, Instant arrival, Problems problems) {
        Optional<Instant> parsed = fields.text(
                        "given_at",
                        text -> instantOf(text).isPresent(),
                        "must be an ISO 8601 date and time with offset, as 2026-03-01T10:15:30+00:00")
                .flatMap(SubmissionReader::instantOf);
        if (parsed.isEmpty()) {
            return parsed;
        }
        if (parsed.get().isAfter(arrival.plus(MOST_AHEAD))) {
            problems.add(fields.place("given_at"), "is more than an hour ahead of the clock here");
            return Optional.empty();
        }
        if (parsed.get().isBefore(arrival.minus(lateness))) {
            problems.add(fields.place("given_at"), "is more than " + lateness.toDays() + " days ago");
            return Optional.empty();
        }
        return parsed;
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
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

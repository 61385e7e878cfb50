package heed.topology;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds feedback in tests; says only what matters: {@code aResponse("r1").at("H1").rated("good")}. */
public final class ResponseBuilder {

    /** A Monday in summer time. */
    public static final Instant NOON = Instant.parse("2026-06-01T11:00:00Z");

    private final String id;
    private int revision = 1;
    private boolean withdrawn;
    private String hospital = "H1";
    private String unit;
    private String questionnaire = "fft-2020";
    private Instant givenAtMs = NOON;
    private Instant arrivalMs;
    private Channel channel = Channel.WEB;
    private String language;
    private String ageBand;
    private final List<Answer> answers = new ArrayList<>();

    private ResponseBuilder(String id) {
        this.id = id;
    }

    public static ResponseBuilder aResponse(String name) {
        return new ResponseBuilder(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    public static ResponseBuilder aWithdrawal(String name) {
        ResponseBuilder builder = aResponse(name);
        builder.withdrawn = true;
        return builder;
    }

    public ResponseBuilder at(String code) {
        hospital = code;
        return this;
    }

    public ResponseBuilder unit(String code) {
        unit = code;
        return this;
    }

    public ResponseBuilder revision(int number) {
        revision = number;
        return this;
    }

    public ResponseBuilder given(Instant when) {
        givenAtMs = when;
        return this;
    }

    public ResponseBuilder arrived(Instant when) {
        arrivalMs = when;
        return this;
    }

    public ResponseBuilder by(Channel how) {
        channel = how;
        return this;
    }

    public ResponseBuilder language(String tag) {
        language = tag;
        return this;
    }

    public ResponseBuilder ageBand(String band) {
        ageBand = band;
        return this;
    }

    public ResponseBuilder questionnaire(String name) {
        questionnaire = name;
        return this;
    }

    public ResponseBuilder answer(String question, String answer) {
        answers.add(new Answer(question, answer));
        return this;
    }

    public ResponseBuilder rated(String answer) {
        return answer("overall", answer);
    }

    public String hospital() {
        return hospital;
    }

    /** Arrival: a minute after it was given, unless said otherwise. */
    public Instant arrivalMs() {
        return arrivalMs == null ? givenAtMs.plusSeconds(60) : arrivalMs;
    }

    public Feedback build() {
        return Feedback.newBuilder()
                .setFeedbackId(id)
                .setRevision(revision)
                .setWithdrawn(withdrawn)
                .setHospital(hospital)
                .setUnit(unit)
                .setQuestionnaire(questionnaire)
                .setGivenAt(givenAtMs)
                .setChannel(channel)
                .setAnswers(List.copyOf(answers))
                .setLanguage(language)
                .setAgeBand(ageBand)
                .build();
    }
}

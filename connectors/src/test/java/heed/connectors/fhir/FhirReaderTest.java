package heed.connectors.fhir;

import static heed.connectors.fhir.FhirFiles.CANONICAL;
import static heed.connectors.fhir.FhirFiles.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.submission.DerivedIds;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirReaderTest extends FhirReading {

    @Test
    void readsAResponseWithAllThatItRefersToContained() {
        // When
        ReadResponse read = read(response("r1"));

        // Then
        Feedback feedback = feedback(read);
        assertThat(read.kind()).isEqualTo(ReadResponse.Kind.CREATED);
        assertThat(feedback.getFeedbackId())
                .isEqualTo(DerivedIds.ofVendor("epr", "r1").toString());
        assertThat(feedback.getHospital()).isEqualTo("RQX");
        assertThat(feedback.getUnit()).isEqualTo("Ward-7-AMU");
        assertThat(feedback.getQuestionnaire()).isEqualTo("fft-2020");
        assertThat(feedback.getGivenAt()).isEqualTo(Instant.parse("2026-04-01T11:00:00Z"));
        assertThat(feedback.getChannel()).isEqualTo(Channel.KIOSK);
        assertThat(feedback.getLanguage()).isEqualTo("cy");
        assertThat(feedback.getAnswers()).containsExactly(new Answer("overall", "very_good"));
        assertThat(feedback.toString()).doesNotContain("CANARY");
        assertThat(read.submission()
                        .orElseThrow()
                        .words()
                        .comment()
                        .orElseThrow()
                        .getText())
                .isEqualTo("CANARY said so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"valueCoding\": {\"system\": \"https://codes.example/fft\", \"code\": \"g\"}}!good",
                "{\"valueString\": \"4 - Poor\"}!poor",
                "{\"valueBoolean\": false}!very_poor",
                "{\"valueString\": \"G\", \"item\": [{\"linkId\": \"within\", \"answer\": [{\"valueInteger\": 7}]}]}!good",
            })
    void readsAnswersOfEachTypeByWordsAndCodes(String answer, String code) {
        // When
        Feedback feedback = feedback(read(response("r1", answer)));

        // Then
        assertThat(feedback.getAnswers()).containsExactly(new Answer("overall", code));
    }

    @Test
    void readsNumbersBooleansCodesOfOtherSystemsAndADayAlone() {
        // When
        Feedback feedback = feedback(
                read(
                        portal(
                                R1H,
                                """
                                {"linkId": "1", "answer": [{"valueBoolean": true, "item": [
                                  {"linkId": "1.1", "answer": [{"valueDecimal": 9.0}]}]}]},
                                {"linkId": "1.2", "answer": [{"valueCoding": {"system": "http://snomed.info/sct", "code": "373066001"}}]},
                                {"linkId": "test", "answer": [{"valueBoolean": false}]}
                                """)));

        // Then
        assertThat(feedback.getAnswers())
                .containsExactly(new Answer("overall", "9"), new Answer("dignity", "yes_always"));
        assertThat(feedback.getFeedbackId())
                .isEqualTo(DerivedIds.ofVendor("portal", "a.b-9").toString());
        // Noon of the day, in summer time.
        assertThat(feedback.getGivenAt()).isEqualTo(Instant.parse("2026-03-31T11:00:00Z"));
    }

    @Test
    void takesAmendedAsACorrectionOfItsVersionAndEnteredInErrorAsAWithdrawal() {
        // Given
        String amended = response("r1").replace("\"completed\"", "\"amended\"");

        // When
        ReadResponse corrected = read(amended.replace("\"versionId\": \"1\"", "\"versionId\": \"3\""));
        ReadResponse withdrawn =
                read(response("r1", "{\"valueString\": \"CANARY\"}").replace("\"completed\"", "\"entered-in-error\""));
        ReadResponse without = read(amended);

        // Then
        assertThat(corrected.kind()).isEqualTo(ReadResponse.Kind.UPDATED);
        assertThat(feedback(corrected).getRevision()).isEqualTo(3);
        assertThat(withdrawn.kind()).isEqualTo(ReadResponse.Kind.UPDATED);
        assertThat(feedback(withdrawn).getWithdrawn()).isTrue();
        assertThat(feedback(withdrawn).getAnswers()).isEmpty();
        assertThat(feedback(withdrawn).getFeedbackId())
                .isEqualTo(feedback(corrected).getFeedbackId());
        assertThat(issues(without))
                .containsExactly(
                        "business-rule QuestionnaireResponse.meta.versionId: must say which revision an amended"
                                + " response is, 2 or more; the mapping reads meta.versionId");
    }

    @Test
    void takesTheTimeOfAChangeAsItsRevision() {
        // Given
        String item = "{\"linkId\": \"1.1\", \"answer\": [{\"valueInteger\": 9}]}";

        // When
        Feedback feedback = feedback(read(portal(R1H, item)
                .replace("\"status\"", "\"meta\": {\"lastUpdated\": \"2026-04-01T11:30:00.5+00:00\"}, \"status\"")));

        // Then
        assertThat(feedback.getRevision())
                .isEqualTo((int) (Instant.parse("2026-04-01T11:30:00Z").getEpochSecond()
                        - Instant.parse("2020-01-01T00:00:00Z").getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({"in-progress", "stopped"})
    void refusesWhatIsNotCompleted(String status) {
        // When
        ReadResponse read = read(response("r1").replace("\"completed\"", '"' + status + '"'));

        // Then
        assertThat(issues(read))
                .containsExactly("business-rule QuestionnaireResponse.status: says that the questionnaire is not"
                        + " completed; responses are taken as completed, amended or entered-in-error");
        assertThat(read.isMalformed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://forms.example/Questionnaire/fft|3",
        "https://forms.example/Questionnaire/fft",
        "https://portal.example/Questionnaire/stay|1",
        "https://forms.example/Questionnaire/fft|2#top"
    })
    void takesAQuestionnaireByItsWholeUrlAndVersionAlone(String canonical) {
        // When
        ReadResponse read = read(response("r1").replace(CANONICAL, canonical));

        // Then
        assertThat(issues(read))
                .containsExactly(
                        "not-found QuestionnaireResponse.questionnaire: must be the URL and version, URL|VERSION,"
                                + " of a questionnaire that the file of the setting intake.fhir lists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"valueCoding\": {\"system\": \"urn:x\", \"code\": \"vg\"}}!code-invalid"
                        + " QuestionnaireResponse.item[0].item[0].answer[0].value: answers.overall is no answer to this"
                        + " question; say its meaning under words: very_good, good, neither, poor, very_poor, dont_know",
                "{\"valueCoding\": {\"display\": \"CANARY\"}}!not-supported"
                        + " QuestionnaireResponse.item[0].item[0].answer[0].value: is a coding without a code; words for"
                        + " people are not read",
                "{\"valueDate\": \"2026-01-01\"}!not-supported QuestionnaireResponse.item[0].item[0].answer[0].value: is"
                        + " of a type that is not read: Coding, string, integer, decimal and boolean are",
                "{\"valueString\": \"vg\"}, {\"valueString\": \"g\"}!multiple-matches"
                        + " QuestionnaireResponse.item[0].item[0].answer: has more than one answer, and none is chosen",
                "{\"valueString\": \"vg\"}]}, {\"linkId\": \"q1\", \"answer\": [{\"valueString\": \"g\"}!multiple-matches"
                        + " QuestionnaireResponse.item.where(linkId='q1'): is there more than once, and none is chosen",
                "{\"valueString\": \"-\"}!business-rule QuestionnaireResponse: answers must hold at least one answer",
            })
    void namesTheAnswerThatItCannotTake(String answer, String issue) {
        // When
        ReadResponse read = read(response("r1", answer));

        // Then
        assertThat(issues(read)).containsExactly(issue);
        assertThat(read.isMalformed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"status\": \"completed\",!!required QuestionnaireResponse.status: is required by R4",
                "\"completed\"!\"CANARY\"!value QuestionnaireResponse.status: is not of the type code, or none of its"
                        + " codes",
                "\"2026-04-01T11:00:00Z\"!\"2026-13-01T11:00:00Z\"!value QuestionnaireResponse.authored: is not of the"
                        + " type dateTime, or none of its codes",
                "\"2026-04-01T11:00:00Z\"!20260401!value QuestionnaireResponse.authored: must be a JSON string, of the"
                        + " type dateTime",
                "\"language\": \"cy\"!\"language\": [\"cy\"]!structure QuestionnaireResponse.language: must be one, not a"
                        + " list",
                "\"linkId\": \"g1\",!\"linkId\": \"g1\", \"CANARY\": 1,!structure QuestionnaireResponse.item[0]: has an"
                        + " element that R4 does not have here, its field 2",
                "\"linkId\": \"q1\",!!required QuestionnaireResponse.item[0].item[0].linkId: is required by R4",
                "\"id\": \"local-1\"!\"id\": \"CANARY/1\"!value QuestionnaireResponse.id: must match [A-Za-z0-9.-]{1,64}",
                "\"language\": \"cy\"!\"_language\": {\"CANARY\": 1}!structure QuestionnaireResponse.language: may have"
                        + " id and extension beside its value, nothing else",
                "\"language\": \"cy\"!\"implicitRules\": \"urn:CANARY\"!extension QuestionnaireResponse.implicitRules:"
                        + " changes what the element means, and none is known here; send the resource without it",
                "\"linkId\": \"g1\",!\"linkId\": \"g1\", \"modifierExtension\": [{\"url\": \"urn:x\"}],!extension"
                        + " QuestionnaireResponse.item[0].modifierExtension: changes what the element means, and none is"
                        + " known here; send the resource without it",
                "\"Organization\"!\"CANARY\"!structure QuestionnaireResponse.contained[0]: needs a resourceType that R4 has",
                "\"QuestionnaireResponse\"!\"Observation\"!structure QuestionnaireResponse: must be the resourceType here;"
                        + " a Bundle goes to POST /fhir, and nothing else is taken",
            })
    void namesTheElementThatIsNoR4(String from, String to, String issue) {
        // When
        ReadResponse read = read(response("r1").replace(from, to == null ? "" : to));

        // Then
        assertThat(issues(read)).containsExactly(issue);
        assertThat(issue).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{!The body is not JSON, or has a field twice: see line 1, column 2",
                "[]!The body must be one JSON object, a resource",
                "{\"a\": 1, \"a\": 2}!The body is not JSON, or has a field twice: see line 1, column 13",
                "{} {}!The body is not JSON, or has a field twice: see line 1, column 4",
            })
    void refusesWhatIsNoObjectOfJson(String body, String why) {
        // When
        ReadResponse read = read(body);

        // Then
        assertThat(issues(read)).containsExactly("invalid QuestionnaireResponse: " + why);
        assertThat(read.isMalformed()).isTrue();
    }

    @Test
    void refusesDeepNestsOtherEncodingsAndEndlessNumbers() {
        // When
        ReadResponse deep = read("[".repeat(65));
        ReadResponse utf16 =
                reader.response(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0}, Optional.empty(), submissions, NOON);
        ReadResponse endless = read(response("r1", "{\"valueDecimal\": 1e999999999}"));

        // Then
        assertThat(issues(deep)).singleElement().asString().contains("nested deeper than 64 levels");
        assertThat(issues(utf16)).singleElement().asString().contains("is not in UTF-8");
        assertThat(issues(endless))
                .containsExactly("value QuestionnaireResponse.item[0].item[0].answer[0].value: has too many digits");
    }

    @Test
    void listsAHundredIssuesAndCountsTheOthers() {
        // Given
        String many = "{},".repeat(149) + "{}";

        // When
        ReadResponse read = read(portal(many, "{\"linkId\": \"1.1\"}"));

        // Then
        assertThat(read.issues()).hasSize(101);
        assertThat(read.issues().get(100).diagnostics()).isEqualTo("50 more like this");
    }

    @Test
    void leavesOutWhatTheMappingLeavesOut() {
        // When
        ReadResponse read = read(portal(R1H, "{\"linkId\": \"test\", \"answer\": [{\"valueBoolean\": true}]}"));

        // Then
        assertThat(read.kind()).isEqualTo(ReadResponse.Kind.LEFT_OUT);
        assertThat(read.submission()).isEmpty();
    }

    @Test
    void refusesAnotherIdentifierThanThatOfTheSystemAndNone() {
        // When
        ReadResponse other = read(response("r1").replace("urn:epr:responses", "urn:else"));
        ReadResponse none = read(response("r1").replace(", \"value\": \"r1\"", ""));

        // Then
        assertThat(issues(other))
                .containsExactly(
                        "not-found QuestionnaireResponse.identifier: is not of the system that the mapping names");
        assertThat(issues(none))
                .containsExactly(
                        "business-rule QuestionnaireResponse.identifier: feedback_id is empty; without its id a"
                                + " row can't be told from others");
    }
}

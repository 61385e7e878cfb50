package heed.connectors.fhir;

import static heed.connectors.fhir.FhirFiles.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirPlacesTest extends FhirReading {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"#trust\"!\"#gone\"!not-found QuestionnaireResponse.subject.resolve().managingOrganization: refers to a"
                        + " resource that is neither contained nor in the Bundle; nothing is fetched",
                "\"#patient\"!\"Patient/1\"!not-found QuestionnaireResponse.subject: refers to a resource that is neither"
                        + " contained nor in the Bundle; nothing is fetched",
                "\"managingOrganization\"!\"generalPractitioner\"!STRUCTURE",
                "https://codes.example/hospitals!https://codes.example/else!not-found"
                        + " QuestionnaireResponse.subject.resolve().managingOrganization.resolve().identifier: has no"
                        + " identifier of the system that the mapping names",
                "\"system\": \"urn:other\"!\"system\": \"https://codes.example/hospitals\"!multiple-matches"
                        + " QuestionnaireResponse.subject.resolve().managingOrganization.resolve().identifier: has several"
                        + " identifiers of that system, and none is chosen",
                ", \"managingOrganization\": {\"reference\": \"#trust\"}!!not-found"
                        + " QuestionnaireResponse.subject.resolve().managingOrganization: is not there, and the mapping"
                        + " reads it",
                "\"subject\": {\"reference\": \"#patient\"},!!required QuestionnaireResponse.subject: hospital is required",
                "\"subject\": {\"reference\": \"#patient\"}!\"subject\": {\"display\": \"CANARY\"}!not-found"
                        + " QuestionnaireResponse.subject: has no reference that could be followed",
                "\"subject\": {\"reference\": \"#patient\"}!\"subject\": {\"reference\": \"#trust\"}!not-found"
                        + " QuestionnaireResponse.subject.resolve().managingOrganization: is no element of the resource"
                        + " here, a Organization",
            })
    void neverGuessesAPlace(String from, String to, String issue) {
        // Given
        String resource = response("r1").replace("\n", "").replaceAll(",\\s+\"managing", ", \"managing");

        // When
        ReadResponse read = read(resource.replace(from, to == null ? "" : to));

        // Then
        assertThat(issues(read))
                .containsExactly(
                        issue.equals("STRUCTURE")
                                ? "structure QuestionnaireResponse.contained[1].generalPractitioner: must be a list that is"
                                        + " not empty"
                                : issue);
    }

    @Test
    void choosesNoneOfSeveralWardsAndTakesOneThatIsSaidTwice() {
        // Given
        String ward = "{\"location\": {\"identifier\": {\"system\": \"urn:epr:wards\", \"value\": \"Ward 7 (AMU)\"}}}";

        // When
        ReadResponse twice = read(response("r1").replace("[" + ward + "]", "[" + ward + ", " + ward + "]"));
        ReadResponse two = read(response("r1")
                .replace("[" + ward + "]", "[" + ward + ", " + ward.replace("Ward 7 (AMU)", "Ward 8") + "]"));

        // Then
        assertThat(feedback(twice).getUnit()).isEqualTo("Ward-7-AMU");
        assertThat(issues(two))
                .containsExactly(
                        "multiple-matches QuestionnaireResponse.encounter.resolve().location[0].location: leads to"
                                + " more than one, and none is chosen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\"valueString\": \"R1H\"!",
                "\"valueCoding\": {\"system\": \"https://codes.example/hospitals\", \"code\": \"R1H\"}!",
                "\"valueIdentifier\": {\"system\": \"https://codes.example/hospitals\", \"value\": \"R1H\"}!",
                "\"valueIdentifier\": {\"system\": \"urn:other\", \"value\": \"R1H\"}!not-found"
                        + " QuestionnaireResponse.extension('https://portal.example/hospital').value: has no identifier of"
                        + " the system that the mapping names",
                "\"valuePeriod\": {\"start\": \"2026\"}!not-supported"
                        + " QuestionnaireResponse.extension('https://portal.example/hospital').value: is of a type that is"
                        + " not read: plain values, Coding, Identifier and Reference are",
            })
    void readsAPlaceFromAnExtension(String value, String issue) {
        // When
        ReadResponse read = read(portal(hospital(value), "{\"linkId\": \"1.1\", \"answer\": [{\"valueInteger\": 9}]}"));

        // Then
        if (issue == null) {
            assertThat(feedback(read).getHospital()).isEqualTo("R1H");
        } else {
            assertThat(issues(read)).containsExactly(issue);
        }
    }

    @ParameterizedTest
    @CsvSource({"99, Ward-7-AMU", "100, Ward-7-AMU", "101,"})
    void followsAHundredElementsAtOnceAndNoMore(int wards, String unit) {
        // Given
        String ward = "{\"location\": {\"identifier\": {\"system\": \"urn:epr:wards\", \"value\": \"Ward 7 (AMU)\"}}}";

        // When
        ReadResponse read = read(response("r1").replace(ward, String.join(",", Collections.nCopies(wards, ward))));

        // Then
        if (unit == null) {
            assertThat(issues(read))
                    .containsExactly("too-costly QuestionnaireResponse.encounter.resolve().location: leads to more than"
                            + " 100 elements; a place is found among fewer");
        } else {
            assertThat(feedback(read).getUnit()).isEqualTo(unit);
        }
    }

    @Test
    void followsNoReferenceToAnIdThatTwoContainedResourcesHave() {
        // When
        ReadResponse read = read(response("r1")
                .replace(
                        "\"contained\": [",
                        "\"contained\": [{\"resourceType\": \"Organization\", \"id\": \"trust\", \"name\": \"x\"},"));

        // Then
        assertThat(issues(read))
                .containsExactly(
                        "not-found QuestionnaireResponse.subject.resolve().managingOrganization: refers to what"
                                + " more than one resource goes by");
    }
}

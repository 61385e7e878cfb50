package heed.connectors.fhir;

import static heed.connectors.fhir.FhirFiles.coding;
import static heed.connectors.fhir.FhirFiles.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirBundleTest extends FhirReading {

    @Test
    void resolvesWhatIsBundledByItsWholeAddressAndByTypeAndId() {
        // Given
        String patient =
                "{\"resourceType\": \"Patient\", \"managingOrganization\": {\"reference\": \"Organization/o1\"}}";
        String trust = "{\"resourceType\": \"Organization\", \"id\": \"o1\", \"identifier\": [{\"system\": \""
                + FhirFiles.HOSPITALS + "\", \"value\": \"R1H\"}]}";
        String response = response("r1").replace("\"#patient\"", "\"urn:uuid:p\"");

        // When
        ReadBundle read = bundle(FhirFiles.bundle(
                "transaction",
                FhirFiles.entry("urn:uuid:r", response),
                FhirFiles.entry("urn:uuid:p", "Patient", patient),
                FhirFiles.entry("urn:uuid:o", "Organization", trust)));
        ReadBundle twice = bundle(FhirFiles.bundle(
                "transaction",
                FhirFiles.entry("urn:uuid:r", response),
                FhirFiles.entry("urn:uuid:p", "Patient", patient),
                FhirFiles.entry("urn:uuid:p", "Organization", trust)));

        // Then
        assertThat(read.entries())
                .extracting(ReadResponse::kind)
                .containsExactly(ReadResponse.Kind.CREATED, ReadResponse.Kind.CARRIED, ReadResponse.Kind.CARRIED);
        assertThat(feedback(read.entries().get(0)).getHospital()).isEqualTo("R1H");
        assertThat(issues(twice.entries().get(0)))
                .containsExactly("not-found Bundle.entry[0].resource.subject: refers to what more than one resource"
                        + " goes by");
    }

    @Test
    void namesTheEntryAndItsRequestThatItCannotTake() {
        // Given
        String put = FhirFiles.entry("urn:uuid:1", response("r1"))
                .replace(
                        "\"POST\", \"url\": \"QuestionnaireResponse\"",
                        "\"PUT\", \"url\": \"QuestionnaireResponse/local-1\"");

        // When
        ReadBundle read = bundle(FhirFiles.bundle(
                "transaction",
                put,
                put.replace("\"r1\"", "\"r2\"").replace("local-1\"}", "other\"}"),
                put.replace("\"r1\"", "\"r3\"").replace("\"PUT\"", "\"PATCH\""),
                FhirFiles.entry("urn:uuid:4", response("r4"))
                        .replace("\"url\"", "\"ifNoneExist\": \"CANARY\", \"url\""),
                "{\"request\": {\"method\": \"DELETE\", \"url\": \"QuestionnaireResponse/1\"}}",
                "{\"resource\": " + response("r5", coding("zz")) + "}",
                put));

        // Then
        assertThat(read.entries().get(0).issues()).isEmpty();
        assertThat(read.entries().subList(1, 7))
                .extracting(entry -> issues(entry).get(0))
                .containsExactly(
                        "invalid Bundle.entry[1].request.url: must be the type of the entry's resource, a stroke and its id",
                        "not-supported Bundle.entry[2].request.method: asks for what is not done here:"
                                + " QuestionnaireResponses are taken by POST and PUT",
                        "not-supported Bundle.entry[3].request.ifNoneExist: is a condition, and none is known here; the"
                                + " same id sent again counts once",
                        "not-supported Bundle.entry[4].request.method: asks for what is not done here:"
                                + " QuestionnaireResponses are taken by POST and PUT",
                        "required Bundle.entry[5].request: is required in a transaction or batch",
                        "duplicate Bundle.entry[6].resource: has the id of an entry before it; a transaction says one"
                                + " thing of each");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "document!invalid Bundle.type: must be transaction or batch: no other is taken",
                "CANARY!value Bundle.type: is not of the type code, or none of its codes",
            })
    void refusesABundleOfAnotherKind(String type, String issue) {
        // When
        ReadBundle read = bundle(FhirFiles.bundle(type, FhirFiles.entry("urn:uuid:1", response("r1"))));

        // Then
        assertThat(read.entries()).isEmpty();
        assertThat(read.issues())
                .extracting(each -> each.code().code() + " " + each.expression() + ": " + each.diagnostics())
                .containsExactly(issue);
    }

    @Test
    void doesNotMakeTwoUnitsOfABundleOne() {
        // Given
        String other = response("r2").replace("Ward 7 (AMU)", "Ward 7 AMU");

        // When
        ReadBundle read = bundle(FhirFiles.bundle(
                "batch",
                FhirFiles.entry("urn:uuid:1", response("r1")),
                FhirFiles.entry("urn:uuid:2", other),
                FhirFiles.entry("urn:uuid:3", response("r3"))));

        // Then
        assertThat(read.entries())
                .extracting(ReadResponse::kind)
                .containsExactly(ReadResponse.Kind.CREATED, ReadResponse.Kind.REFUSED, ReadResponse.Kind.CREATED);
        assertThat(issues(read.entries().get(1)))
                .containsExactly(
                        "business-rule Bundle.entry[1].resource.encounter.resolve().location.location.identifier:"
                                + " unit would have the code of another unit, whose name is nearly the same; say the codes of"
                                + " both under words");
    }

    @Test
    void listsTwoHundredIssuesOfABundleAndOfEachEntryTheFirst() {
        // Given
        String wrong = FhirFiles.entry("urn:uuid:1", portal("{},".repeat(149) + "{}", "{\"linkId\": \"1.1\"}"));
        String unknownMethod = wrong.replace("\"POST\"", "\"PATCH\"");

        // When
        ReadBundle read = bundle(FhirFiles.bundle("batch", wrong, wrong, wrong, unknownMethod));

        // Then
        assertThat(read.entries()).extracting(each -> each.issues().size()).containsExactly(101, 101, 2, 2);
        assertThat(read.entries())
                .extracting(each -> each.issues().get(each.issues().size() - 1).diagnostics())
                .containsExactly("50 more like this", "50 more like this", "149 more like this", "150 more like this");
        assertThat(read.entries().get(3).issues().get(0).expression()).isEqualTo("Bundle.entry[3].request.method");
        assertThat(read.entries()).allMatch(ReadResponse::isMalformed);
    }

    @ParameterizedTest
    @CsvSource({"4999, 4999", "5000, 5000", "5001, 0"})
    void takesFiveThousandEntriesAtOnceAndNoMore(int sent, int read) {
        // Given
        String[] entries = Collections.nCopies(sent, "{\"id\": \"e\"}").toArray(String[]::new);

        // When
        ReadBundle bundle = bundle(FhirFiles.bundle("batch", entries));

        // Then
        assertThat(bundle.entries()).hasSize(read);
        assertThat(bundle.issues())
                .extracting(each -> each.code().code() + " " + each.expression() + ": " + each.diagnostics())
                .isEqualTo(
                        read > 0
                                ? List.of()
                                : List.of("too-costly Bundle.entry: has more than 5000 entries; send them in several"
                                        + " Bundles"));
    }
}

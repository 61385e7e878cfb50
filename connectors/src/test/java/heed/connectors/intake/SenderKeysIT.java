package heed.connectors.intake;

import static heed.connectors.intake.IntakeFixture.A;
import static heed.connectors.intake.IntakeFixture.B;
import static heed.connectors.intake.IntakeFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.FakeWriter;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends with keys that are good for this and that. */
class SenderKeysIT {

    private static final String OWN = "heed_in_of_R1H";
    private static final String OTHER = "heed_in_of_another";

    private final IntakeFixture intake = new IntakeFixture();
    private final FakeWriter writer = FakeWriter.acknowledging();
    private final Map<String, ProgramKey> keys = new HashMap<>();

    @BeforeEach
    void start() {
        add(OWN, KeyPurpose.INTAKE, 1000, "R1H");
        add(OTHER, KeyPurpose.INTAKE, 1000, "H2");
        intake.asksFor(keys);
        intake.start(writer);
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    private void add(String key, KeyPurpose purpose, int perMinute, String... hospitals) {
        String id = Secret.digest(key);
        keys.put(
                id,
                ProgramKey.newBuilder()
                        .setKeyId(id)
                        .setBeginning(key.substring(0, 8))
                        .setName("tablets")
                        .setPurpose(purpose)
                        .setHospitals(List.of(hospitals))
                        .setPerMinute(perMinute)
                        .setCreatedAt(Instant.EPOCH)
                        .setCreatedBy("ops")
                        .build());
    }

    private java.net.http.HttpResponse<String> post(String key, String body) throws Exception {
        return intake.send(intake.request(body).header("Authorization", "Bearer " + key));
    }

    private static String of(String hospital, String id) {
        return response(id).replace("R1H", hospital);
    }

    @Test
    void takesWhatAKeyIsGoodForAndAsksWhoeverShowsNone() throws Exception {
        // When
        var own = post(OWN, "[" + response(A) + "," + response(B) + "]");
        var without = intake.post(response(A));
        var wrong = post(OWN + "x", response(A));
        var notJson = intake.send(intake.request("x").setHeader("Content-Type", "text/plain"));

        // Then
        assertThat(own.statusCode()).isEqualTo(202);
        assertThat(List.of(without.statusCode(), wrong.statusCode(), notJson.statusCode()))
                .containsExactly(401, 401, 401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"heed\"");
        assertThat(without.body()).contains("Send Authorization: Bearer KEY").isEqualTo(wrong.body());
        assertThat(writer.feedback()).hasSize(2);
        assertThat(intake.seen()).containsExactly("accepted 2", "refused 401", "refused 401", "refused 401");
    }

    @Test
    void namesEachResponseOfAHospitalThatTheKeyIsNotGoodForAndRecordsNone() throws Exception {
        // When
        var mixed = post(OWN, "[" + response(A) + "," + of("H2", B) + "," + of("NOWHERE", B) + "]");
        var one = post(OTHER, response(A));

        // Then
        assertThat(mixed.statusCode()).isEqualTo(403);
        assertThat(mixed.body())
                .contains(
                        "\"problems_found\":2",
                        "{\"path\":\"$[1].hospital\",\"message\":\"is none that this key is good for: send it with a key"
                                + " of that hospital\"}",
                        "{\"path\":\"$[2].hospital\",\"message\":\"is none that this key is good for: send it with a key"
                                + " of that hospital\"}")
                .doesNotContain("H2", "NOWHERE", "tablets", OWN);
        assertThat(one.statusCode()).isEqualTo(403);
        assertThat(writer.feedback()).isEmpty();
    }

    @Test
    void refusesAKeyThatIsForSomethingElse() throws Exception {
        // Given
        add("heed_read_R1H", KeyPurpose.READ, 10, "R1H");

        // When
        var answer = post("heed_read_R1H", response(A));

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("--for intake");
    }

    @Test
    void hasAKeyWaitThatIsUsedTooOftenWhomeverTheHeadersNameAndNoOther() throws Exception {
        // Given
        add("heed_in_slow", KeyPurpose.INTAKE, 2, "R1H");

        // When
        List<Integer> statuses = List.of(
                post("heed_in_slow", response(A)).statusCode(),
                post("heed_in_slow", "[]").statusCode(),
                intake.send(intake.request(response(A))
                                .header("Authorization", "Bearer heed_in_slow")
                                .header("X-Forwarded-For", "192.0.2.9"))
                        .statusCode(),
                post(OWN, response(A)).statusCode());
        var slowed = post("heed_in_slow", response(A));

        // Then
        assertThat(statuses).containsExactly(202, 400, 429, 202);
        assertThat(slowed.headers().firstValue("Retry-After")).contains("30");
        assertThat(slowed.body()).contains("heed keys list");
    }

    @Test
    void refusesAKeyFromTheRequestAfterItsEndOn() throws Exception {
        // Given
        int before = post(OWN, response(A)).statusCode();

        // When
        keys.clear();
        int after = post(OWN, response(A)).statusCode();

        // Then
        assertThat(List.of(before, after)).containsExactly(202, 401);
    }
}

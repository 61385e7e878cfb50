package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.KeysInMemory;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.KeyPurpose;
import heed.schemas.access.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks as people and programs do, and looks at what the audit says of it. */
class AuditIT {

    private static final String PASSWORD = "chosen by myself";

    private final List<AuditEntry> log = new CopyOnWriteArrayList<>();
    private final SignInFixture people = new SignInFixture();
    private final AccessInMemory access = people.access;
    private final KeysInMemory keys = new KeysInMemory();
    private final PageFixture page = new PageFixture(people.audited(keys, log::add), people.byPassword());
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        access.write(somebody("evans", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed(PASSWORD))
                .build());
        page.model.put(aDay(Simulated.TODAY).at("SIM-A").positive(60, 100));
        page.model.publish();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(page.address(path))).headers(headers));
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(page.address("/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=" + name + "&password=" + password.replace(' ', '+'))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String said(AuditEntry entry) {
        return entry.getKind() + " " + entry.getWho() + " " + entry.getAbout() + " " + entry.getHospital();
    }

    @Test
    void saysWhoSignsInAndKeepsNoNameThatIsNobodys() throws Exception {
        // When
        signIn("evans", "wrong");
        signIn("my-password-typed-here", "wrong");
        signIn("Evans", PASSWORD);

        // Then
        assertThat(log)
                .extracting(AuditIT::said)
                .containsExactly(
                        "SIGN_IN_REFUSED evans null null",
                        "SIGN_IN_REFUSED null null null",
                        "SIGNED_IN evans null null");
        assertThat(log).extracting(AuditEntry::getCameFrom).containsOnly("127.0.0.1");
        assertThat(log.toString()).doesNotContain("my-password", PASSWORD);
    }

    @Test
    void saysWhatIsReadByTheApiAndWhatSomebodyIsDenied() throws Exception {
        // Given
        String cookie =
                signIn("evans", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        String[] browser = {"Cookie", cookie.substring(0, cookie.indexOf(';'))};
        String[] program = keys.add("heed_read_one", KeyPurpose.READ, 60, "SIM-A");

        // When
        log.clear();
        get("/", browser);
        get("/hospitals/SIM-B", browser);
        get("/hospitals/SIM-B", browser);
        get("/pipeline", browser);
        get("/nowhere/he-said", browser);
        get("/api/v1/hospitals/SIM-A?find=he-said", program);
        get("/metrics", program);
        get("/hospitals/SIM-A", "Accept", "text/html");

        // Then
        assertThat(log)
                .extracting(AuditIT::said)
                .containsExactly(
                        "DENIED evans /hospitals/{code} SIM-B",
                        "DENIED evans /pipeline null",
                        "EXPORTED heed_read... report /api/v1/hospitals/{code} SIM-A",
                        "DENIED heed_read... report /metrics null");
        assertThat(log.toString()).doesNotContain("he-said", "heed_read_one");
        assertThat(log).extracting(AuditEntry::getKind).doesNotContain(AuditKind.UNSTATED);
    }

    /** A report tells what comments are about, which is reading them; whoever may not is told nothing of them. */
    @Test
    void saysWhoReadsAReportThatTellsOfComments() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed(PASSWORD))
                .setGranted(List.of("comments"))
                .build());
        String price =
                signIn("price", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        String evans =
                signIn("evans", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();

        // When
        log.clear();
        get("/report/SIM-A", "Cookie", price.substring(0, price.indexOf(';')));
        get("/report/SIM-A", "Cookie", evans.substring(0, evans.indexOf(';')));
        get("/report/SIM-A?month=he-said", "Cookie", price.substring(0, price.indexOf(';')));

        // Then
        assertThat(log).extracting(AuditIT::said).containsExactly("COMMENTS_READ price /report/{code} SIM-A");
    }

    @Test
    void saysWhoTakesTheAuditAwayAndWhoMayNotReadIt() throws Exception {
        // Given
        access.write(somebody("ito", Role.ADMINISTRATOR)
                .setPassword(people.passwords.hashed(PASSWORD))
                .build());
        String ito = signIn("ito", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        String evans =
                signIn("evans", PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();

        // When
        log.clear();
        HttpResponse<String> page = get("/admin/audit?who=he-said", "Cookie", ito.substring(0, ito.indexOf(';')));
        HttpResponse<String> file = get("/admin/audit.csv?kind=denied", "Cookie", ito.substring(0, ito.indexOf(';')));
        HttpResponse<String> unaskable =
                get("/admin/audit.csv?from=he-said", "Cookie", ito.substring(0, ito.indexOf(';')));
        get("/admin/audit", "Cookie", evans.substring(0, evans.indexOf(';')));

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.body().lines())
                .containsExactly(
                        "at,who,kind,about,hospital,came_from,times",
                        "2026-03-01T14:01:00Z,heed_read_Ab12... board-report,DENIED,/hospitals/{code},H2,"
                                + "2001:db8:85a3:8d3:1319:8a2e:370:7348,12");
        assertThat(unaskable.statusCode()).isEqualTo(400);
        assertThat(unaskable.body()).isEqualTo("Days are written as 2026-03-01.");
        assertThat(log)
                .extracting(AuditIT::said)
                .containsExactly("EXPORTED ito /admin/audit.csv null", "DENIED evans /admin/audit null");
    }
}

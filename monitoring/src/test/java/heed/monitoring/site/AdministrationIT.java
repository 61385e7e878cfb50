package heed.monitoring.site;

import static heed.monitoring.access.AccessInMemory.somebody;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.html.Parsed;
import heed.monitoring.web.Guard;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.AuditEntry;
import heed.schemas.KeyPurpose;
import heed.schemas.access.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks after accounts and keys as an administrator's browser does, by HTTP alone. */
class AdministrationIT {

    private final List<AuditEntry> log = new CopyOnWriteArrayList<>();
    private final SignInFixture people = new SignInFixture();
    private final AccessInMemory access = people.access;
    private final KeysInMemory keys = new KeysInMemory();
    private final PageFixture page = new PageFixture(
            people.audited(keys, log::add),
            people.byPassword(),
            PageFixture.administration(access, people.sessions, new AuditTrail(), keys));
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";

    @BeforeEach
    void signIn() throws Exception {
        access.write(somebody("ito", Role.ADMINISTRATOR).build());
        access.write(somebody("price", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed("chosen by myself"))
                .build());
        cookie = cookie(people.sessions.begin("ito"));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private static String cookie(String token) {
        return "heed-session=" + token;
    }

    private HttpResponse<String> get(String path, String as) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .header("Accept", "text/html")
                        .header("Cookie", as)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) throws Exception {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills in and sends the form of a page, as a browser does that has it open. */
    private HttpResponse<String> send(String shownAt, Map<String, String> typed) throws Exception {
        Map<String, String> fields = form(shownAt);
        fields.putAll(typed);
        return post(shownAt.replaceAll("\\?.*", ""), fields);
    }

    private Map<String, String> form(String shownAt) throws Exception {
        Parsed shown = Parsed.page(get(shownAt, cookie).body());
        List<String> names = shown.attributes("form.act input[type=hidden]", "name");
        List<String> values = shown.attributes("form.act input[type=hidden]", "value");
        Map<String, String> fields = new HashMap<>();
        for (int each = 0; each < names.size(); each++) {
            fields.put(names.get(each), values.get(each));
        }
        return fields;
    }

    private static String secret(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s).*<code id=\"secret\">([^<]+)<.*", "$1");
    }

    private Account account(String name) {
        return access.book.account(name).orElseThrow();
    }

    private static String said(AuditEntry entry) {
        return entry.getKind() + " " + entry.getWho() + " " + entry.getAbout();
    }

    @Test
    void addsSomebodyWhoSignsInWithThePasswordThatIsShownOnce() throws Exception {
        // Given
        Map<String, String> sent = form("/admin/accounts");
        sent.putAll(Map.of("name", "evans", "called", "Sister Evans", "role", "ward", "places", "SIM-A/W1, SIM-A/W2"));

        // When
        HttpResponse<String> added = post("/admin/accounts", sent);
        String password = secret(added);
        HttpResponse<String> twice = post("/admin/accounts", sent);
        sent.put("called", "Sister E");
        HttpResponse<String> reloaded = post("/admin/accounts", sent);
        HttpResponse<String> later = get("/admin/accounts", cookie);
        HttpResponse<String> signedIn = post("/sign-in", Map.of("name", "evans", "password", password));

        // Then
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(twice.statusCode()).isEqualTo(200);
        assertThat(secret(twice)).isEqualTo(password);
        assertThat(reloaded.statusCode()).isEqualTo(409);
        assertThat(reloaded.body()).contains("What it showed then is not shown again");
        assertThat(reloaded.body() + later.body()).doesNotContain(password);
        assertThat(signedIn.headers().firstValue("Location")).contains("/account");
        assertThat(account("evans").getPlaces()).containsExactly("SIM-A|W1", "SIM-A|W2");
        assertThat(log)
                .extracting(AdministrationIT::said)
                .startsWith("ACCOUNT_ADDED ito evans")
                .filteredOn(each -> each.startsWith("ACCOUNT"))
                .hasSize(1);
        assertThat(log.toString()).doesNotContain(password);
    }

    @Test
    void keepsWhatWasTypedWhereSomebodyCannotBeAddedSo() throws Exception {
        // When
        HttpResponse<String> refused = send(
                "/admin/accounts", Map.of("name", "evans", "called", "Sister <Evans>", "role", "ward", "places", ""));

        // Then
        Parsed shown = Parsed.page(refused.body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(shown.one("[role=alert]").text()).contains("A ward needs hospitals or units");
        assertThat(shown.attributes("#called", "value")).containsExactly("Sister <Evans>");
        assertThat(shown.attributes("#role option[selected]", "value")).containsExactly("ward");
        assertThat(log).isEmpty();
    }

    @Test
    void locksSomebodyOutAtOnceAfterSayingSoAndLetsThemInAgain() throws Exception {
        // Given
        String theirs = cookie(people.sessions.begin("price"));
        int before = get("/account", theirs).statusCode();

        // When
        String asked = Parsed.page(get("/admin/accounts/price?act=lock", cookie).body())
                .text();
        AccountState unasked = account("price").getState();
        HttpResponse<String> locked = send("/admin/accounts/price?act=lock", Map.of());
        HttpResponse<String> out = get("/account", theirs);
        String told = get(locked.headers().firstValue("Location").orElseThrow(), cookie)
                .body();
        send("/admin/accounts/price?act=unlock", Map.of());
        String claimed = get("/admin/accounts/price?done=lock", cookie).body();

        // Then
        assertThat(before).isEqualTo(200);
        assertThat(asked)
                .contains("They are signed in in 1 browser now; that ends at once, on every instance")
                .contains("let in no more until somebody unlocks them");
        assertThat(unasked).isEqualTo(AccountState.ACTIVE);
        assertThat(locked.statusCode()).isEqualTo(303);
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Parsed.page(told).one("main [role=status]").text()).isEqualTo("Locked.");
        assertThat(told).contains("not let in: locked");
        assertThat(claimed).doesNotContain("Locked.");
        assertThat(account("price").getState()).isEqualTo(AccountState.ACTIVE);
        assertThat(log)
                .extracting(AdministrationIT::said)
                .containsExactly("ACCOUNT_LOCKED ito price", "ACCOUNT_UNLOCKED ito price");
    }

    @Test
    void givesAnotherPasswordOnceAndTakesASecondFactorAway() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "SIM-A|")
                .setPassword("before")
                .setSecondFactor("sealed")
                .build());
        Map<String, String> sent = form("/admin/accounts/price?act=reset");

        // When
        HttpResponse<String> given = post("/admin/accounts/price", sent);
        HttpResponse<String> twice = post("/admin/accounts/price", sent);
        String kept = account("price").getPassword();
        send("/admin/accounts/price?act=reset-second-factor", Map.of());

        // Then
        assertThat(given.body()).contains("First password of price, good for 7 days and shown only now");
        assertThat(secret(twice)).isEqualTo(secret(given));
        assertThat(account("price").getPassword()).isEqualTo(kept).isNotEqualTo("before");
        assertThat(account("price").getSecondFactor()).isNull();
        assertThat(log)
                .extracting(AdministrationIT::said)
                .containsExactly("ACCOUNT_RESET ito price", "SECOND_FACTOR_RESET ito price");
        assertThat(log.toString()).doesNotContain(secret(given));
    }

    @Test
    void notesAnActThatIsNotKnownToBeKept() throws Exception {
        // Given
        Map<String, String> sent = form("/admin/accounts/price?act=lock");
        access.goAway(new IllegalStateException("away"));

        // When
        HttpResponse<String> away = post("/admin/accounts/price", sent);

        // Then
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(log)
                .extracting(AdministrationIT::said)
                .containsExactly("ACCOUNT_LOCKED ito price, not known to be kept");
    }

    @Test
    void saysThatKafkaDoesNotAllowItWhereItDoesNot() throws Exception {
        // Given
        Map<String, String> sent = form("/admin/accounts/price?act=lock");
        access.goAway(new TopicAuthorizationException("not yours"));

        // When
        HttpResponse<String> refused = post("/admin/accounts/price", sent);

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Parsed.page(refused.body()).one("[role=alert]").text())
                .contains("apply what heed acls prints")
                .doesNotContain("not yours");
        assertThat(log).extracting(AdministrationIT::said).containsExactly("ACCOUNT_LOCKED ito price, not done");
    }

    @Test
    void refusesAFormOfAnAccountThatHasChangedSince() throws Exception {
        // Given
        Map<String, String> reset = form("/admin/accounts/price?act=reset");
        Map<String, String> change = form("/admin/accounts/price?act=change");
        change.putAll(Map.of("role", "lead", "places", "SIM-B"));
        access.write(somebody("price", Role.LEAD, "SIM-C|")
                .setPassword("theirs")
                .setChangedAt(Instant.now())
                .build());

        // When
        List<HttpResponse<String>> refused =
                List.of(post("/admin/accounts/price", reset), post("/admin/accounts/price", change));

        // Then
        assertThat(refused).extracting(HttpResponse::statusCode).containsExactly(422, 422);
        assertThat(refused.get(0).body()).contains("not as it was when you opened this page");
        assertThat(account("price").getPassword()).isEqualTo("theirs");
        assertThat(account("price").getPlaces()).containsExactly("SIM-C|");
        assertThat(log).isEmpty();
    }

    @Test
    void changesWhatSomebodyMayAndSaysInTheAuditWhat() throws Exception {
        // When
        String shown = get("/admin/accounts/price?act=change", cookie).body();
        send("/admin/accounts/price?act=change", Map.of("role", "lead", "places", "SIM-B, SIM-C/W1", "comments", "on"));
        HttpResponse<String> refused =
                send("/admin/accounts/price?act=change", Map.of("role", "lead", "places", "not/a/place"));

        // Then
        assertThat(Parsed.page(shown).attributes("#places", "value")).containsExactly("SIM-A");
        assertThat(account("price").getPlaces()).containsExactly("SIM-B|", "SIM-C|W1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Parsed.page(refused.body()).attributes("#places", "value")).containsExactly("not/a/place");
        assertThat(log)
                .extracting(AdministrationIT::said)
                .containsExactly("ACCOUNT_CHANGED ito price, now lead of SIM-B, SIM-C/W1, reads comments");
    }

    @Test
    void refusesPlacesThatMayMeanMoreThanWasMeant() throws Exception {
        // When
        List<String> said = new ArrayList<>();
        for (String places : List.of("SIM-B/Ward SIM-C", "SIM-B/")) {
            said.add(Parsed.page(send("/admin/accounts/price?act=change", Map.of("role", "lead", "places", places))
                            .body())
                    .one("[role=alert]")
                    .text());
        }

        // Then
        assertThat(said)
                .containsExactly(
                        "No code has a blank, as \"SIM-B/Ward SIM-C\" does: put a comma between hospitals or units.",
                        "\"SIM-B/\" names no unit: write it behind the slash, or the hospital alone for all of it.");
        assertThat(account("price").getPlaces()).containsExactly("SIM-A|");
    }

    @Test
    void leavesToAnotherWhatIsTheirOwnAccountSoThatNobodyLocksThemselvesOut() throws Exception {
        // Given
        String own =
                Parsed.page(get("/admin/accounts/ito?act=lock", cookie).body()).text();
        Map<String, String> sent = form("/admin/accounts/price?act=lock");

        // When
        HttpResponse<String> locked = post("/admin/accounts/ito", sent);

        // Then
        assertThat(own).contains("This is your own account").doesNotContain("Yes, lock");
        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(Parsed.page(locked.body()).one("[role=alert]").text())
                .contains("Your own account is for another administrator to change");
        assertThat(account("ito").getState()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void addsAKeyThatIsShownOnceAndRevokesItAfterSayingSo() throws Exception {
        // Given
        Map<String, String> sent = form("/admin/keys");
        sent.putAll(Map.of("program", "board", "purpose", "read", "hospitals", "SIM-A", "per-minute", "60"));

        // When
        HttpResponse<String> added = post("/admin/keys", sent);
        String key = secret(added);
        HttpResponse<String> twice = post("/admin/keys", sent);
        boolean good = keys.programs.of("Bearer " + key).isPresent();
        String beginning = key.substring(0, "heed_read_".length() + 4);
        String asked = get("/admin/keys/" + beginning, cookie).body();
        HttpResponse<String> revoked = send("/admin/keys/" + beginning, Map.of());

        // Then
        assertThat(key).startsWith("heed_read_");
        assertThat(secret(twice)).isEqualTo(key);
        assertThat(keys.all).hasSize(1);
        assertThat(asked).doesNotContain(key);
        assertThat(good).isTrue();
        assertThat(asked).contains("board: read, SIM-A", "That is not taken back");
        assertThat(revoked.headers().firstValue("Location")).contains("/admin/keys");
        assertThat(keys.programs.of("Bearer " + key)).isEmpty();
        assertThat(get("/admin/keys/" + beginning, cookie).statusCode()).isEqualTo(404);
        assertThat(log)
                .extracting(AdministrationIT::said)
                .startsWith("KEY_ADDED ito board", "KEY_REVOKED ito " + beginning + "... board");
        assertThat(log.toString()).doesNotContain(key);
    }

    @Test
    void refusesAKeyThatIsGoodNowhereOrForNoNumber() throws Exception {
        // Given
        Map<String, String> key = Map.of("program", "board", "purpose", "read", "per-minute", "60");

        // When
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, String> typed : List.of(
                entry("hospitals", ""),
                entry("per-minute", "many"),
                entry("purpose", "all"),
                entry("per-minute", ""))) {
            Map<String, String> fields = new HashMap<>(key);
            fields.put("everywhere", typed.getKey().equals("hospitals") ? "" : "on");
            fields.put(typed.getKey(), typed.getValue());
            said.add(Parsed.page(send("/admin/keys", fields).body())
                    .one("[role=alert]")
                    .text());
        }

        // Then
        assertThat(said)
                .containsExactly(
                        "Say where it is good: name hospitals, or tick that it is for all of them.",
                        "Requests a minute and days are whole numbers, of six digits at most.",
                        "Choose what it is for.",
                        "Say how many requests a minute.");
        assertThat(keys.all).isEmpty();
    }

    /** The addresses are the server's own, so a form that comes new is sent too. */
    @Test
    void takesNoFormThatItsSenderHadNotOpenNorOneOfAnotherSessionOrSite() throws Exception {
        // Given
        keys.add("heed_read_key", KeyPurpose.READ, 60);
        Collection<Account> before = access.accounts();
        Map<String, String> whole = new HashMap<>(Map.of(
                "name",
                "evans",
                "called",
                "E",
                "role",
                "engineer",
                "act",
                "lock",
                "program",
                "board",
                "purpose",
                "read"));
        whole.putAll(Map.of("everywhere", "on", "per-minute", "60"));
        String foreign = Parsed.page(
                        get("/account", cookie(people.sessions.begin("price"))).body())
                .attributes("input[name=seal]", "value")
                .get(0);
        String own = form("/admin/keys").get("seal");
        List<String> paths = page.guarded().stream()
                .filter(each -> each.method().equals("POST") && each.path().startsWith("/admin"))
                .map(Guard.Guarded::path)
                .map(path -> path.replace("{account}", "price").replace("{key}", "heed_read"))
                .toList();

        // When
        List<Integer> answers = new ArrayList<>();
        for (String path : paths) {
            whole.remove("seal");
            answers.add(post(path, whole).statusCode());
            whole.put("seal", foreign);
            answers.add(post(path, whole).statusCode());
            whole.put("seal", own);
            answers.add(post(path, whole, "Origin", "https://elsewhere.example").statusCode());
            answers.add(post(path, whole, "Sec-Fetch-Site", "cross-site").statusCode());
        }

        // Then
        assertThat(paths).hasSize(4);
        assertThat(answers).hasSize(16).containsOnly(403);
        assertThat(access.accounts()).isEqualTo(before);
        assertThat(keys.all).hasSize(1);
        assertThat(keys.programs.of("Bearer heed_read_key")).isPresent();
        assertThat(log).isEmpty();
    }
}

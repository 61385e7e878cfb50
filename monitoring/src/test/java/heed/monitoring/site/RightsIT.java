package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ThemeFixture.aThemeWeek;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.access.MailStop;
import heed.monitoring.page.access.UnsubscribeRoutes;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.Guard;
import heed.monitoring.web.ProgramViewers;
import heed.monitoring.web.Rule;
import heed.schemas.Audience;
import heed.schemas.Comment;
import heed.schemas.KeyPurpose;
import heed.schemas.Rated;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks every address that the server has registered, as every role, of each of three hospitals: the addresses are the
 * server's own, so a new one is asked too.
 */
class RightsIT {

    private static final List<String> HOSPITALS = List.of("SIM-A", "SIM-B", "SIM-C");
    /** Names by which nothing else on a page goes. */
    private static final Map<String, Pattern> TRACES = Map.of(
            "SIM-A", Pattern.compile("SIM-A(?![A-Z])|Ashcombe|drop-a|(?<![0-9.])7,?771(?![0-9])"),
            "SIM-B", Pattern.compile("SIM-B(?![A-Z])|Bellmoor|Brackenridge|drop-b|(?<![0-9.])7,?772(?![0-9])"),
            "SIM-C", Pattern.compile("SIM-C(?![A-Z])|Calder|drop-c|(?<![0-9.])7,?773(?![0-9])"));

    /** What was noted of a ward at each, which no viewer of another ward reads. */
    private static final String OTHER_WARD = "Painters on the second ward";

    private static final String WHO = "Test-Viewer";
    private static final String NOBODY = "nobody";
    private static final Viewer NOTHING = Viewer.withoutRights();
    /** What of each role is asked: where it is for named places, those of one hospital at a time. */
    private final Map<String, Viewer> viewers = new HashMap<>(Map.of(NOBODY, Viewer.nobody()));

    /** What programs send; to a key all but its own addresses is closed. */
    private final Map<String, String[]> programs = new HashMap<>();

    private int notes = 1;
    private final KeysInMemory keys = new KeysInMemory();
    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final MailStop mails = new MailStop() {

        @Override
        public Optional<String> route(String link) {
            return link.equals("good-link") ? Optional.of("ward-7") : Optional.empty();
        }

        @Override
        public boolean stop(String link) {
            stopped.add(link);
            return true;
        }
    };
    private final PageFixture page = new PageFixture(
            200,
            new ProgramViewers(
                    keys.programs,
                    request ->
                            requireNonNull(viewers.get(request.header(WHO)), "every request says as whom it is sent")),
            List.of(new UnsubscribeRoutes(mails)));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        for (Role role : Role.values()) {
            for (String hospital : HOSPITALS) {
                viewers.put(role.code() + "@" + hospital, Viewer.of(Rights.of(role, scope(role, hospital))));
            }
        }
        for (String hospital : HOSPITALS) {
            viewers.put(
                    "reader@" + hospital,
                    Viewer.of(Rights.of(Role.LEAD, Scope.of(hospital)).granting(Set.of(Right.COMMENTS))));
            page.comments.add(Comment.newBuilder()
                    .setFeedbackId("comment-" + hospital)
                    .setRevision(1)
                    .setHospital(hospital)
                    .setUnit("W1")
                    .setQuestion(null)
                    .setLanguage(null)
                    .setRated(Rated.GOOD)
                    .setText("What was written at " + hospital)
                    .setGivenAt(Simulated.NOW)
                    .build());
            addKey("key-read", KeyPurpose.READ, hospital, Viewer.of(Rights.of(Role.ANALYST, Scope.of(hospital))));
            addKey("key-metrics", KeyPurpose.METRICS, hospital, NOTHING);
            addKey("key-intake", KeyPurpose.INTAKE, hospital, NOTHING);
        }
        int answers = 7771;
        for (String hospital : HOSPITALS) {
            String measure = "experience-1.overall";
            page.model.put(aDay(Simulated.TODAY).at(hospital).measure(measure).positive(6000, answers));
            page.model.put(aDay(Simulated.TODAY)
                    .at(hospital)
                    .unit("W1")
                    .measure(measure)
                    .positive(6000, answers++));
            String id = dropId(hospital);
            page.model.put(aDrop().id(id)
                    .at(hospital)
                    .measure(measure)
                    .with(drop -> drop.setAudience(Audience.PUBLISHED))
                    .open());
            page.model.put(aDrop().id(id + "-w1")
                    .at(hospital)
                    .unit("W1")
                    .measure(measure)
                    .with(drop -> drop.setAudience(Audience.INTERNAL))
                    .open());
            page.model.put(aRise(hospital, RiseState.OPEN));
            page.model.put(aThemeWeek(hospital, "2026-W09", null, 10));
            page.model.put(aSilence(hospital, null, SilenceState.OPEN));
            note(hospital, null, "Seen over " + dropId(hospital));
            note(hospital, "W1", "Seen on the ward of " + dropId(hospital));
            note(hospital, "W2", OTHER_WARD);
        }
        var league = aLeague("experience-1.overall", "2026-02").done();
        HOSPITALS.forEach(hospital -> league.row(hospital, 90, 100));
        league.into(page.model);
        page.model.publish();
    }

    private void note(String hospital, @Nullable String unit, String text) {
        page.model.put(aNote("2026-02-10", text)
                .number(notes++)
                .with(note -> note.setHospital(hospital).setUnit(unit))
                .build());
    }

    private void addKey(String what, KeyPurpose purpose, String hospital, Viewer sees) {
        String who = what + "@" + hospital;
        programs.put(who, keys.add("heed_" + who, purpose, 100_000, hospital));
        viewers.put(who, sees);
    }

    private static Scope scope(Role role, String hospital) {
        return role == Role.WARD ? Scope.of(Set.of(new PlaceKey(hospital, "W1"))) : Scope.of(hospital);
    }

    private static String dropId(String hospital) {
        return "drop-" + hospital.substring(hospital.length() - 1).toLowerCase(Locale.ROOT);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private record Answer(int status, String body) {}

    private Answer ask(String who, Guard.Guarded guarded, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)))
                .headers(programs.getOrDefault(who, new String[] {WHO, who}));
        if (!guarded.method().equals("GET")) {
            boolean json = path.startsWith("/api/");
            request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .method(
                            guarded.method(),
                            HttpRequest.BodyPublishers.ofString(
                                    json
                                            ? "{\"kind\": \"ACKNOWLEDGED\", \"who\": \"Dr Rees\"}"
                                            : "kind=ACKNOWLEDGED&who=Dr+Rees"));
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answer(answer.statusCode(), endless ? firstEvent(body) : text(body.readAllBytes()));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String firstEvent(InputStream events) throws IOException {
        StringBuilder told = new StringBuilder();
        while (!told.toString().endsWith("\n\n")) {
            told.append((char) events.read());
        }
        return told.toString();
    }

    /** Fills in what an address leaves open, as it is at one hospital. */
    private static Set<String> paths(String path, String hospital) {
        Map<String, List<String>> values = Map.ofEntries(
                entry("link", List.of("good-link", "other-link")),
                entry("code", List.of(hospital)),
                entry("unit", List.of("W1")),
                entry("id", List.of(dropId(hospital), dropId(hospital) + "-w1")),
                entry("measure", List.of("experience-1.overall")),
                entry("questionnaire", List.of("experience-1")),
                entry("name", List.of("heed.css")),
                entry("runbook", List.of("HeedDropOpen")),
                entry("account", List.of("m.price")),
                entry("key", List.of("heed_read")),
                entry("document", List.of("settings")));
        Matcher open = Pattern.compile("\\{([a-z]+)}").matcher(path);
        if (!open.find()) {
            return Set.of(path);
        }
        Set<String> filled = new HashSet<>();
        requireNonNull(values.get(open.group(1)), "say here what " + path + " is asked with")
                .forEach(value -> filled.addAll(paths(path.replace(open.group(), value), hospital)));
        return filled;
    }

    @Test
    void permitsEveryAddressToItsRolesAloneAndShowsThemNoOtherHospital() throws Exception {
        // When
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Guard.Guarded guarded : page.guarded()) {
            for (Map.Entry<String, Viewer> who : viewers.entrySet()) {
                for (String hospital : HOSPITALS) {
                    for (String path : paths(guarded.path(), hospital)) {
                        asked++;
                        judge(who.getKey(), who.getValue(), guarded, path, ask(who.getKey(), guarded, path), wrong);
                    }
                }
            }
        }

        // Then
        assertThat(asked).isGreaterThan(1500);
        assertThat(wrong).isEmpty();
    }

    private static void judge(
            String who, Viewer viewer, Guard.Guarded guarded, String path, Answer answer, List<String> wrong) {
        String what = who + " " + guarded.method() + " " + path + " " + answer.status();
        if (!permitted(who, guarded.path(), guarded.rule())) {
            if (answer.status() != (who.equals(NOBODY) ? 401 : 404)) {
                wrong.add(what + " is not permitted");
            }
        } else if (answer.status() >= 500) {
            wrong.add(what + " fails");
        } else if (answer.status() == 404 && isThere(viewer, guarded.path(), path)) {
            wrong.add(what + " is permitted");
        }
        for (String hospital : HOSPITALS) {
            boolean seen = (viewer.may(Right.FIGURES) || viewer.may(Right.PIPELINE)) && viewer.sees(hospital);
            boolean isMetrics = guarded.path().equals("/metrics");
            if (!seen
                    && !isMetrics
                    && TRACES.get(hospital).matcher(answer.body()).find()) {
                wrong.add(what + " tells of " + hospital);
            }
            if (!seen && path.contains(hospital) && answer.status() != 404 && answer.status() != 401) {
                wrong.add(what + " is somebody else's");
            }
        }
        boolean seesWard = HOSPITALS.stream().anyMatch(hospital -> viewer.sees(hospital, "W2"));
        if (!seesWard && answer.body().contains(OTHER_WARD)) {
            wrong.add(what + " tells what was noted of another ward");
        }
    }

    /**
     * Addresses without a blank, and those of a hospital of which something is seen; a drop is not for all who see it,
     * and a chart unless a unit is named is of the hospital as a whole.
     */
    private static boolean isThere(Viewer viewer, String open, String path) {
        return open.equals(path)
                || (open.contains("{code}")
                        && HOSPITALS.stream()
                                .filter(path::contains)
                                .anyMatch(code -> viewer.sees(code, open.endsWith("/spc") ? null : "W1")));
    }

    /** Written out by itself: what the roles are for, not what the code says of them. */
    private static boolean permitted(String who, String path, Rule rule) {
        if (rule.who() == Rule.Who.ANYBODY) {
            return true;
        }
        if (who.equals(NOBODY)) {
            return false;
        }
        if (rule.who() == Rule.Who.SOMEBODY) {
            return true;
        }
        Set<Right> rights =
                switch (who.substring(0, who.indexOf('@'))) {
                    case "lead" -> Set.of(Right.FIGURES, Right.ACTS);
                    case "reader" -> Set.of(Right.FIGURES, Right.ACTS, Right.COMMENTS);
                    case "ward", "group", "national", "analyst" -> Set.of(Right.FIGURES);
                    case "key-read" ->
                        path.startsWith("/api/v1/") || path.equals("/events") ? Set.of(Right.FIGURES) : Set.of();
                    case "key-metrics" -> path.equals("/metrics") ? Set.of(Right.METRICS) : Set.of();
                    case "engineer" -> Set.of(Right.PIPELINE, Right.METRICS);
                    case "administrator" -> Set.of(Right.ADMINISTRATION);
                    default -> Set.of();
                };
        return rule.rights().stream().anyMatch(rights::contains);
    }

    @Test
    void showsWhatPatientsWroteAtItsOwnAddressesAloneToThoseWhoWereGrantedIt() throws Exception {
        // When
        Set<String> shown = new TreeSet<>();
        for (Guard.Guarded guarded : page.guarded()) {
            for (String who : viewers.keySet()) {
                for (String path : paths(guarded.path(), "SIM-A")) {
                    if (ask(who, guarded, path).body().contains("What was written at")) {
                        shown.add(who + " " + path);
                    }
                }
            }
        }

        // Then
        assertThat(shown)
                .containsExactly(
                        "reader@SIM-A /api/v1/drops/drop-a-w1/comments",
                        "reader@SIM-A /api/v1/drops/drop-a/comments",
                        "reader@SIM-A /api/v1/hospitals/SIM-A/comments",
                        "reader@SIM-A /drops/drop-a-w1/comments",
                        "reader@SIM-A /drops/drop-a/comments",
                        "reader@SIM-A /hospitals/SIM-A/comments");
    }

    @Test
    void tellsNotesOfTheirOwnPlacesToWhoReadsFigures() throws Exception {
        // Given
        Guard.Guarded notes = new Guard.Guarded("GET", "/api/v1/hospitals/{code}/notes", Rule.of(Right.FIGURES));

        // When
        String lead = ask("lead@SIM-A", notes, "/api/v1/hospitals/SIM-A/notes").body();
        String ward = ask("ward@SIM-A", notes, "/api/v1/hospitals/SIM-A/notes?from=2026-02-01&to=2026-02-20")
                .body();

        // Then
        assertThat(lead).contains("Seen over drop-a", "Seen on the ward of drop-a", OTHER_WARD);
        assertThat(ward).contains("Seen on the ward of drop-a").doesNotContain(OTHER_WARD);
    }

    /** Written out, since the test above takes each address's rule from the address. */
    @Test
    void opensToWhoeverAsksOnlyWhatTellsOfNoHospital() {
        // When
        List<Guard.Guarded> addresses = page.guarded();

        // Then
        assertThat(addresses)
                .filteredOn(each -> each.rule().who() == Rule.Who.ANYBODY)
                .extracting(Guard.Guarded::path)
                .containsExactlyInAnyOrder(
                        "/assets/{name}",
                        "/health/live",
                        "/health/ready",
                        "/unsubscribe/{link}",
                        "/unsubscribe/{link}");
        assertThat(addresses)
                .filteredOn(each -> each.rule().who() == Rule.Who.SOMEBODY)
                .extracting(Guard.Guarded::path)
                .containsExactly("/api/v1/openapi.yaml");
        assertThat(addresses)
                .filteredOn(each -> each.rule().rights().equals(Set.of(Right.ACTS)))
                .extracting(Guard.Guarded::path)
                .containsExactlyInAnyOrder("/drops/{id}", "/api/v1/drops/{id}/actions", "/hospitals/{code}/notes");
        assertThat(addresses)
                .filteredOn(each ->
                        each.path().startsWith("/admin") || each.rule().rights().contains(Right.ADMINISTRATION))
                .allMatch(
                        each -> each.path().startsWith("/admin") && each.rule().equals(Rule.of(Right.ADMINISTRATION)))
                .extracting(Guard.Guarded::path)
                .containsExactlyInAnyOrder(
                        "/admin",
                        "/admin/accounts",
                        "/admin/accounts",
                        "/admin/accounts/{account}",
                        "/admin/accounts/{account}",
                        "/admin/audit",
                        "/admin/audit.csv",
                        "/admin/keys",
                        "/admin/keys",
                        "/admin/keys/{key}",
                        "/admin/keys/{key}");
        assertThat(addresses)
                .filteredOn(each -> !each.method().equals("GET"))
                .filteredOn(each -> !each.rule().equals(Rule.of(Right.ACTS)))
                .extracting(Guard.Guarded::path)
                .containsExactlyInAnyOrder(
                        "/follow",
                        "/unsubscribe/{link}",
                        "/admin/accounts",
                        "/admin/accounts/{account}",
                        "/admin/keys",
                        "/admin/keys/{key}");
    }

    @Test
    void whoIsNotSignedInStopsMailsByTheButtonAloneAndByALinkOfOurs() throws Exception {
        // Given
        var look = new Guard.Guarded("GET", "/unsubscribe/{link}", Rule.anybody());
        var press = new Guard.Guarded("POST", "/unsubscribe/{link}", Rule.anybody());

        // When
        Answer looked = ask(NOBODY, look, "/unsubscribe/good-link");
        List<String> before = List.copyOf(stopped);
        Answer pressed = ask(NOBODY, press, "/unsubscribe/good-link");
        List<Integer> others = List.of(
                ask(NOBODY, look, "/unsubscribe/other-link").status(),
                ask(NOBODY, press, "/unsubscribe/other-link").status());

        // Then
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body()).contains("Stop these mails", "ward-7");
        assertThat(Parsed.page(looked.body()).attributes("form[method=post]", "action"))
                .containsExactly("/unsubscribe/good-link");
        assertThat(before).isEmpty();
        assertThat(pressed.status()).isEqualTo(200);
        assertThat(pressed.body())
                .contains("The route ward-7 sends no more mails")
                .doesNotContain("<form");
        assertThat(others).containsExactly(410, 410);
        assertThat(stopped).containsExactly("good-link");
    }

    @Test
    void tellsWhatIsNotPermittedFromWhatIsNotThereByNothing() throws Exception {
        // Given
        Guard.Guarded pipeline = new Guard.Guarded("GET", "/pipeline", Rule.of(Right.PIPELINE));

        // When
        String denied = ask("lead@SIM-A", pipeline, "/pipeline").body();
        String nowhere = ask("lead@SIM-A", pipeline, "/nowhere").body();
        String deniedProgram = ask("lead@SIM-A", pipeline, "/api/v1/pipeline").body();
        String nowhereProgram = ask("lead@SIM-A", pipeline, "/api/v1/nowhere").body();

        // Then
        assertThat(denied).contains("There is nothing here").isEqualTo(nowhere);
        assertThat(deniedProgram).contains("404").isEqualTo(nowhereProgram);
    }

    @Test
    void actsOnlyWhereItLeads() throws Exception {
        // Given
        Guard.Guarded form = new Guard.Guarded("POST", "/drops/{id}", Rule.of(Right.ACTS));

        // When
        int own = ask("lead@SIM-A", form, "/drops/drop-a").status();
        int others = ask("lead@SIM-A", form, "/drops/drop-b").status();
        int ward = ask("ward@SIM-A", form, "/drops/drop-a-w1").status();

        // Then
        assertThat(List.of(own, others, ward)).containsExactly(303, 404, 404);
        assertThat(page.actions.written()).hasSize(1);
    }

    @Test
    void asksNobodyForFormsThatTheyMayNotSend() throws Exception {
        // Given
        Guard.Guarded drop = new Guard.Guarded("GET", "/drops/{id}", Rule.of(Right.FIGURES));

        // When
        String lead = ask("lead@SIM-A", drop, "/drops/drop-a").body();
        String analyst = ask("analyst@SIM-A", drop, "/drops/drop-a").body();

        // Then
        assertThat(lead).contains("<form");
        assertThat(analyst).contains("SIM-A").doesNotContain("<form");
    }

    @Test
    void linksNobodyToPagesThatAreNotForThem() throws Exception {
        // Given
        Guard.Guarded overview = new Guard.Guarded("GET", "/", Rule.of(Right.FIGURES));
        Guard.Guarded pipeline = new Guard.Guarded("GET", "/pipeline", Rule.of(Right.PIPELINE));
        Guard.Guarded admin = new Guard.Guarded("GET", "/admin", Rule.of(Right.ADMINISTRATION));

        // When
        Parsed lead = Parsed.page(ask("lead@SIM-A", overview, "/").body());
        Parsed engineer =
                Parsed.page(ask("engineer@SIM-A", pipeline, "/pipeline").body());

        Parsed administrator =
                Parsed.page(ask("administrator@SIM-A", admin, "/admin").body());

        // Then
        assertThat(lead.attributes("a", "href")).contains("/drops").doesNotContain("/pipeline", "/admin");
        assertThat(engineer.attributes("a", "href")).contains("/pipeline").doesNotContain("/drops", "/admin");
        assertThat(administrator.attributes("nav[aria-label=Main] a", "href")).containsExactly("/admin");
    }
}

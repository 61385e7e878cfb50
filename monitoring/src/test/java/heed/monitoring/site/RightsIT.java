package heed.monitoring.site;

import static heed.monitoring.site.RightsFixture.HOSPITALS;
import static heed.monitoring.site.RightsFixture.NOBODY;
import static heed.monitoring.site.RightsFixture.OTHER_WARD;
import static heed.monitoring.site.RightsFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.site.RightsFixture.Answer;
import heed.monitoring.web.Guard;
import heed.monitoring.web.Rule;
import heed.schemas.access.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Asks every address that the server has registered, as every role, of each of three hospitals: the addresses are the
 * server's own, so a new one is asked too.
 */
class RightsIT {

    /** Names by which nothing else on a page goes. */
    private static final Map<String, Pattern> TRACES = Map.of(
            "SIM-A", Pattern.compile("SIM-A(?![A-Z])|Ashcombe|drop-a|(?<![0-9.])7,?771(?![0-9])"),
            "SIM-B", Pattern.compile("SIM-B(?![A-Z])|Bellmoor|Brackenridge|drop-b|(?<![0-9.])7,?772(?![0-9])"),
            "SIM-C", Pattern.compile("SIM-C(?![A-Z])|Calder|drop-c|(?<![0-9.])7,?773(?![0-9])"));

    private final RightsFixture fixture = new RightsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void permitsEveryAddressToItsRolesAloneAndShowsThemNoOtherHospital() throws Exception {
        // When
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Guard.Guarded guarded : fixture.page.guarded()) {
            for (Map.Entry<String, Viewer> who : fixture.viewers.entrySet()) {
                for (String hospital : HOSPITALS) {
                    for (String path : paths(guarded.path(), hospital)) {
                        asked++;
                        judge(
                                who.getKey(),
                                who.getValue(),
                                guarded,
                                path,
                                fixture.ask(who.getKey(), guarded, path),
                                wrong);
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
    void tellsOfNoAddressThatIsNotForThemByAnotherMethodEither() throws Exception {
        // Given
        List<String> whos = fixture.viewers.keySet().stream()
                .filter(who -> who.equals(NOBODY) || who.endsWith("@SIM-A"))
                .toList();
        Set<String> open = new TreeSet<>();
        fixture.page.guarded().forEach(each -> open.add(each.path()));

        // When
        List<String> wrong = new ArrayList<>();
        for (String method : List.of("HEAD", "PUT")) {
            for (String path : open) {
                for (String who : whos) {
                    String theirs = fixture.page.guarded().stream()
                            .filter(each -> each.path().equals(path) && permitted(who, path, each.rule()))
                            .map(Guard.Guarded::method)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
                    int expected = !theirs.isEmpty() ? 405 : who.equals(NOBODY) ? 401 : 404;
                    var asked = new Guard.Guarded(method, path, Rule.anybody());
                    Answer answer = fixture.ask(
                            who, asked, paths(path, "SIM-A").iterator().next());
                    boolean tells = answer.body().contains("This is answered to " + theirs + ".");
                    if (answer.status() != expected
                            || !answer.allow().equals(theirs)
                            || tells != (expected == 405 && method.equals("PUT"))) {
                        wrong.add(who + " " + method + " " + path + " " + answer);
                    }
                }
            }
        }
        var put = new Guard.Guarded("PUT", "/drops/{id}", Rule.anybody());
        Answer lead = fixture.ask("lead@SIM-A", put, "/drops/drop-a");
        Answer analyst = fixture.ask("analyst@SIM-A", put, "/drops/drop-a");

        // Then
        assertThat(open).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
        assertThat(lead).isEqualTo(new Answer(405, "GET, POST", "This is answered to GET, POST."));
        assertThat(analyst).isEqualTo(new Answer(405, "GET", "This is answered to GET."));
    }

    @Test
    void showsWhatPatientsWroteAtItsOwnAddressesAloneToThoseWhoWereGrantedIt() throws Exception {
        // When
        Set<String> shown = new TreeSet<>();
        for (Guard.Guarded guarded : fixture.page.guarded()) {
            for (String who : fixture.viewers.keySet()) {
                for (String path : paths(guarded.path(), "SIM-A")) {
                    if (fixture.ask(who, guarded, path).body().contains("What was written at")) {
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
        String lead = fixture.ask("lead@SIM-A", notes, "/api/v1/hospitals/SIM-A/notes")
                .body();
        String ward = fixture.ask("ward@SIM-A", notes, "/api/v1/hospitals/SIM-A/notes?from=2026-02-01&to=2026-02-20")
                .body();

        // Then
        assertThat(lead).contains("Seen over drop-a", "Seen on the ward of drop-a", OTHER_WARD);
        assertThat(ward).contains("Seen on the ward of drop-a").doesNotContain(OTHER_WARD);
    }

    /** Written out, since the test above takes each address's rule from the address. */
    @Test
    void opensToWhoeverAsksOnlyWhatTellsOfNoHospital() {
        // When
        List<Guard.Guarded> addresses = fixture.page.guarded();

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
        Answer looked = fixture.ask(NOBODY, look, "/unsubscribe/good-link");
        List<String> before = List.copyOf(fixture.stopped);
        Answer pressed = fixture.ask(NOBODY, press, "/unsubscribe/good-link");
        List<Integer> others = List.of(
                fixture.ask(NOBODY, look, "/unsubscribe/other-link").status(),
                fixture.ask(NOBODY, press, "/unsubscribe/other-link").status());

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
        assertThat(fixture.stopped).containsExactly("good-link");
    }

    @Test
    void tellsWhatIsNotPermittedFromWhatIsNotThereByNothing() throws Exception {
        // Given
        Guard.Guarded pipeline = new Guard.Guarded("GET", "/pipeline", Rule.of(Right.PIPELINE));

        // When
        String denied = fixture.ask("lead@SIM-A", pipeline, "/pipeline").body();
        String nowhere = fixture.ask("lead@SIM-A", pipeline, "/nowhere").body();
        String deniedProgram =
                fixture.ask("lead@SIM-A", pipeline, "/api/v1/pipeline").body();
        String nowhereProgram =
                fixture.ask("lead@SIM-A", pipeline, "/api/v1/nowhere").body();

        // Then
        assertThat(denied).contains("There is nothing here").isEqualTo(nowhere);
        assertThat(deniedProgram).contains("404").isEqualTo(nowhereProgram);
    }

    @Test
    void actsOnlyWhereItLeads() throws Exception {
        // Given
        Guard.Guarded form = new Guard.Guarded("POST", "/drops/{id}", Rule.of(Right.ACTS));

        // When
        int own = fixture.ask("lead@SIM-A", form, "/drops/drop-a").status();
        int others = fixture.ask("lead@SIM-A", form, "/drops/drop-b").status();
        int ward = fixture.ask("ward@SIM-A", form, "/drops/drop-a-w1").status();

        // Then
        assertThat(List.of(own, others, ward)).containsExactly(303, 404, 404);
        assertThat(fixture.page.actions.written()).hasSize(1);
    }

    @Test
    void asksNobodyForFormsThatTheyMayNotSend() throws Exception {
        // Given
        Guard.Guarded drop = new Guard.Guarded("GET", "/drops/{id}", Rule.of(Right.FIGURES));

        // When
        String lead = fixture.ask("lead@SIM-A", drop, "/drops/drop-a").body();
        String analyst = fixture.ask("analyst@SIM-A", drop, "/drops/drop-a").body();

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
        Parsed lead = Parsed.page(fixture.ask("lead@SIM-A", overview, "/").body());
        Parsed engineer =
                Parsed.page(fixture.ask("engineer@SIM-A", pipeline, "/pipeline").body());

        Parsed administrator =
                Parsed.page(fixture.ask("administrator@SIM-A", admin, "/admin").body());

        // Then
        assertThat(lead.attributes("a", "href")).contains("/drops").doesNotContain("/pipeline", "/admin");
        assertThat(engineer.attributes("a", "href")).contains("/pipeline").doesNotContain("/drops", "/admin");
        assertThat(administrator.attributes("nav[aria-label=Main] a", "href")).containsExactly("/admin");
    }
}

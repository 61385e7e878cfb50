package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ThemeFixture.aThemeRise;
import static heed.monitoring.ThemeFixture.aThemeWeek;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.ActionKind;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks one server everything that there is to be asked, as a viewer of two of ten hospitals and as one of all of them.
 */
class ViewerIT {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    /** Codes and names of the others, the ids of what was found at one of them, and its figures. */
    private static final Pattern HIDDEN =
            Pattern.compile("SIM-[C-J]|Calder|Dovewater|Elmsworth|Fenbridge|Garnet|Harrowfen"
                    + "|Ivelstone|Juniper|hidden-drop|(?<![0-9.])(7,?777|6,?543)(?![0-9])");

    private static final String WHO = "Test-Viewer";

    private static final String EVERYTHING = "everything";
    private static final String SOME = "some";
    private static final Map<String, Viewer> VIEWERS =
            Map.of(EVERYTHING, Viewer.everything(), SOME, Viewer.of(Rights.of(Role.LEAD, Scope.of("SIM-A", "SIM-B"))));

    private final PageFixture page = new PageFixture(8, request -> VIEWERS.get(request.header(WHO)));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        SimulatedLeague.fill(page.model, 10);
        Simulated.drops(page.model);
        page.model.put(aDay(Simulated.TODAY)
                .at("SIM-J")
                .measure("experience-1.overall")
                .positive(6543, 7777));
        page.model.put(aDrop().id("hidden-drop")
                .at("SIM-J")
                .with(drop -> drop.setResponsesUsed(7777))
                .open());
        page.model.put(anAct(ActionKind.NOTED)
                .about("hidden-drop")
                .with(act -> act.setHospital("SIM-J"))
                .saying("hidden-drop is told of")
                .build());
        page.model.put(aNote("2026-02-10", "Seen over at Juniper")
                .with(note -> note.setHospital("SIM-J"))
                .number(7)
                .build());
        page.model.put(aNote("2026-02-10", "Rota of our own")
                .with(note -> note.setHospital("SIM-A"))
                .number(8)
                .build());
        page.model.put(aRise("SIM-C", RiseState.OPEN));
        page.model.put(aSilence("SIM-D", null, SilenceState.OPEN));
        page.model.put(aThemeWeek("SIM-C", "2026-W09", null, 10));
        page.model.put(aThemeRise("SIM-C", "food"));
        page.model.put(aRise("SIM-B", RiseState.OPEN));
        aLeague("experience-1.dignity", "2026-02")
                .done()
                .row("SIM-A", 90, 100)
                .row("SIM-J", 6543, 7777)
                .into(page.model);
        page.model.publish();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpRequest.Builder request(String who, String path) {
        return HttpRequest.newBuilder(URI.create(page.address(path))).header(WHO, who);
    }

    private HttpResponse<String> get(String who, String path) throws IOException, InterruptedException {
        return client.send(request(who, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Returns every address that leads on from the overview, as somebody who sees everything finds them, and their
     * JSON.
     */
    private Set<String> addresses() throws Exception {
        Set<String> found = new TreeSet<>(List.of(
                "/",
                "/api/v1/status",
                "/api/v1/rises",
                "/api/v1/silences",
                "/api/v1/themes",
                "/api/v1/theme-rises",
                "/api/v1/hospitals/SIM-A/notes",
                "/api/v1/hospitals/SIM-J/notes",
                "/api/v1/hospitals/SIM-J/notes?measure=experience-1.overall&from=2026-02-01",
                "/nowhere"));
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            LINK.matcher(get(EVERYTHING, open.remove()).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .forEach(path -> {
                        if (path.startsWith("/api/")) {
                            found.add(path);
                            found.add(path.replaceFirst("[?&]format=csv", ""));
                        } else if (!path.startsWith("/assets/") && found.add(path)) {
                            open.add(path);
                        }
                    });
        }
        return found;
    }

    @Test
    void findsHiddenHospitalsNowhere() throws Exception {
        // Given
        Set<String> addresses = addresses();

        // When // Then
        assertThat(addresses).hasSizeGreaterThan(150);
        for (String address : addresses) {
            HttpResponse<String> answer = get(SOME, address);
            assertThat(HIDDEN.matcher(answer.body()).results().map(hit -> hit.group()))
                    .as(address)
                    .isEmpty();
            if (HIDDEN.matcher(address).find()) {
                assertThat(answer.statusCode()).as(address).isEqualTo(404);
                assertThat(get(EVERYTHING, address).statusCode()).as(address).isEqualTo(200);
            }
        }
        assertThat(get(SOME, "/hospitals/SIM-A").statusCode()).isEqualTo(200);
        assertThat(get(SOME, "/api/v1/hospitals/SIM-A/notes").body()).contains("Rota of our own");
        assertThat(get(EVERYTHING, "/api/v1/hospitals/SIM-J/notes").body()).contains("Seen over at Juniper");
        assertThat(Parsed.page(get(SOME, "/").body()).texts("h1")).containsExactly("1 of 2 hospitals needs attention");
        assertThat(get(SOME, "/league/fft-2020.positive").body()).contains("SIM-A", "SIM-B");
    }

    @Test
    void canDoNothingAboutTheDropOfAHiddenHospital() throws Exception {
        // Given
        String form = "kind=ACKNOWLEDGED&who=Sister+Evans";
        String json = "{\"kind\": \"ACKNOWLEDGED\", \"who\": \"Sister Evans\"}";

        // When
        int seen = post(EVERYTHING, "/drops/hidden-drop", "application/x-www-form-urlencoded", form);
        int hidden = post(SOME, "/drops/hidden-drop", "application/x-www-form-urlencoded", form);
        int seenByProgram = post(EVERYTHING, "/api/v1/drops/hidden-drop/actions", "application/json", json);
        int hiddenFromProgram = post(SOME, "/api/v1/drops/hidden-drop/actions", "application/json", json);

        // Then
        assertThat(List.of(seen, hidden, seenByProgram, hiddenFromProgram)).containsExactly(303, 404, 201, 404);
        assertThat(page.actions.written()).hasSize(2);
    }

    private int post(String who, String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                        request(who, path)
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void isToldNothingOfHiddenHospitalsAsItHappensWhileAnotherIs() throws Exception {
        // Given
        HttpResponse<InputStream> another = events(EVERYTHING);
        HttpResponse<InputStream> stream = events(SOME);

        // When
        try (InputStream all = another.body();
                InputStream some = stream.body()) {
            String toldAnother = firstChange(all);
            String told = firstChange(some);

            // Then
            assertThat(toldAnother).contains("event: changed", "hidden-drop");
            assertThat(told).contains("event: changed", "Ashcombe General: Involved in decisions");
            assertThat(HIDDEN.matcher(told).results().map(hit -> hit.group())).isEmpty();
        }
    }

    private HttpResponse<InputStream> events(String who) throws IOException, InterruptedException {
        return client.send(request(who, "/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String firstChange(InputStream events) throws IOException {
        StringBuilder told = new StringBuilder();
        while (told.indexOf("event: changed") < 0 || !told.toString().endsWith("\n\n")) {
            int next = events.read();
            assertThat(next).isNotNegative();
            told.append(new String(new byte[] {(byte) next}, StandardCharsets.ISO_8859_1));
        }
        return told.toString();
    }
}

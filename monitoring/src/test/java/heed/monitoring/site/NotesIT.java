package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes notes on charts and takes them away, as browsers and others do. */
class NotesIT {

    private static final String NOTES = "/hospitals/SIM-A/notes";

    private final PageFixture page = new PageFixture(3);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        Simulated.drops(page.model);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private String today() throws Exception {
        return Parsed.page(get(NOTES).body()).one("#note-day").attribute("value");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String site, String... fields) throws IOException, InterruptedException {
        return postAs("application/x-www-form-urlencoded", site, fields);
    }

    private HttpResponse<String> postAs(String type, String site, String... fields)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(NOTES)))
                        .headers("Content-Type", type, "Sec-Fetch-Site", site)
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private HttpResponse<String> note(String text, String day) throws IOException, InterruptedException {
        return post(
                "same-origin",
                "form=f1",
                field("who", "Sister Evans"),
                field("text", text),
                field("day", day),
                "place=",
                "measure=");
    }

    @Test
    void drawsANoteOnceAndNoMoreOnceItIsTakenAway() throws Exception {
        // Given
        String today = today();

        // When
        HttpResponse<String> answer = note("New rota began", today);
        note("New rota began", today);
        List<Action> written = List.copyOf(page.actions.written());
        String id = written.get(0).getActionId();
        List<String> drawn = Parsed.page(get("/hospitals/SIM-A").body()).texts("#chart .notes .said");
        HttpResponse<String> removed = post("same-origin", field("removed", id));
        HttpResponse<String> again = note("New rota began", today);
        Parsed after = Parsed.page(get("/hospitals/SIM-A").body());

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(NOTES + "#notes");
        assertThat(written).singleElement().satisfies(act -> {
            assertThat(act.getKind()).isEqualTo(ActionKind.DAY_NOTED);
            assertThat(act.getHospital()).isEqualTo("SIM-A");
            assertThat(act.getWho()).isEqualTo("Sister Evans");
        });
        assertThat(drawn).containsExactly("New rota began");
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Parsed.page(again.body()).texts("[role=alert]"))
                .singleElement()
                .asString()
                .contains("send it once more to write it anew");
        assertThat(page.actions.written().get(1).getKind()).isEqualTo(ActionKind.NOTE_REMOVED);
        assertThat(page.actions.written().get(1).getRemoves()).isEqualTo(id);
        assertThat(after.count("#chart .notes")).isZero();
    }

    @Test
    void takesOnlyWhatAFormOfOursSent() throws Exception {
        // Given
        String form = "application/x-www-form-urlencoded";

        // When
        List<HttpResponse<String>> answers = List.of(
                postAs(form, "same-site", "text=one"),
                postAs("text/plain", "same-origin", "text=one"),
                postAs(form, "same-origin", "text=" + "y".repeat(16 * 1024)),
                postAs(form, "same-origin", "text=%zz"));

        // Then
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(403, 415, 413, 400);
        assertThat(answers)
                .extracting(each -> Parsed.page(each.body()).texts("p.sub").get(0))
                .containsExactly(
                        "This was not sent from a page of Heed. Write the note on its page.",
                        "Send this as a form does: application/x-www-form-urlencoded.",
                        "This is far longer than a note can be. Shorten it.",
                        "This is not what a form sends. Write the note on its page.");
        assertThat(page.actions.written()).isEmpty();
    }

    @Test
    void refusesWhatIsNoNoteAndSaysWhatToMend() throws Exception {
        // Given
        String today = today();

        // When
        HttpResponse<String> foreign = post("cross-site", "form=f1", field("text", "New rota"), field("day", today));
        HttpResponse<String> wrong = post(
                "same-origin", "form=f1", "text=", field("day", "2999-01-01"), "place=NONE", "measure=none", "who=");

        // Then
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Parsed.page(wrong.body()).texts("[role=alert] li"))
                .containsExactly(
                        "Write what began or happened, such as: new rota began.",
                        "Give a day up to today, " + today + ".",
                        "Choose one of these places.",
                        "Choose one of these measures.",
                        "Say who you are: your name, or your team's.");
        assertThat(page.actions.written()).isEmpty();
    }

    @Test
    void takesNoMoreOfAPlaceThanCanStandAtOnce() throws Exception {
        // Given
        String today = today();
        for (int number = 1; number < 100; number++) {
            page.model.put(aNote("2026-01-01", "note")
                    .number(number)
                    .with(act -> act.setHospital("SIM-A"))
                    .build());
        }
        page.model.publish();

        // When
        HttpResponse<String> hundredth = note("the hundredth", today);
        HttpResponse<String> more = note("one more", today);

        // Then
        assertThat(hundredth.statusCode()).isEqualTo(303);
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(Parsed.page(more.body()).texts("[role=alert] li"))
                .containsExactly("There are 100 notes of this place, as many as can be. Take one away first.");
    }
}

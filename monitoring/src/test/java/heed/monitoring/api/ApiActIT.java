package heed.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import heed.schemas.Action;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records what programs do about drops, and holds what they are told to the description. */
class ApiActIT {

    private static final String DESCRIBED = Api.ROOT + "/drops/{id}/actions";
    private static final String ID = "4f0c6c1e-0000-4000-8000-00000000000a";
    private static final String NOTE =
            "{\"kind\": \"NOTED\", \"who\": \"Sister Evans\", \"text\": \"Short of staff.\"}";

    private static final OpenApiDocument DOCUMENT = new OpenApiDocument();
    private final ApiFixture api = new ApiFixture();

    @AfterEach
    void close() {
        api.close();
    }

    private HttpResponse<String> act(String body) throws Exception {
        return api.act(ApiFixture.DROP, body, "Content-Type", "application/json");
    }

    private static String named(String id, String text) {
        return NOTE.replace("Short of staff.", text).replace("}", ", \"action_id\": \"" + id + "\"}");
    }

    @Test
    void recordsAnActAndTellsItWithTheDrop() throws Exception {
        // When
        HttpResponse<String> answer = act(NOTE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        String id = OpenApiDocument.tree(answer.body()).at("/data/action_id").asText();
        JsonNode acts = api.data("/drops/" + ApiFixture.DROP).get("acts");
        assertThat(acts.findValuesAsText("kind")).containsExactly("ASSIGNED", "NOTED");
        assertThat(acts.findValuesAsText("action_id")).contains(id);
        assertThat(acts.findValuesAsText("text")).contains("Short of staff.");
        assertThat(api.data("/drops/" + ApiFixture.DROP).at("/drop/stage").asText())
                .isEqualTo("ASSIGNED");
    }

    @Test
    void takesAnIdSentAgainForTheSameActAndNoOther() throws Exception {
        // When
        int first = act(named(ID, "one")).statusCode();
        int again = act(named(ID, "one")).statusCode();
        int other = act(named(ID, "two")).statusCode();

        // Then
        assertThat(List.of(first, again, other)).containsExactly(201, 201, 409);
        assertThat(api.page.actions.written()).extracting(Action::getActionId).containsExactly(ID);
    }

    @Test
    void answersAsDescribedWhateverIsSent() throws Exception {
        // Given
        List<HttpResponse<String>> answers = new ArrayList<>();
        Map<String, HttpResponse<String>> incomplete = new LinkedHashMap<>();

        // When
        answers.add(act(named(ID, "one")));
        answers.add(act(named(ID, "two")));
        answers.add(api.act("none", NOTE, "Content-Type", "application/json"));
        answers.add(api.act(ApiFixture.DROP, NOTE, "Content-Type", "text/plain"));
        answers.add(api.act(ApiFixture.DROP, NOTE, "Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"));
        answers.add(act(" ".repeat(16 * 1024) + NOTE));
        for (String wrong : List.of(
                "",
                "[]",
                "{",
                NOTE + NOTE,
                NOTE.replace("text", "txet"),
                NOTE.replace("NOTED", "REBASELINED"),
                NOTE.replace("\"Sister Evans\"", "7"),
                NOTE.replace("Short of staff.", ""),
                NOTE.replace("who", "kind"),
                named("4F0C6C1E-0000-4000-8000-00000000000A", "one"),
                named("1-2-3-4-5", "one"))) {
            incomplete.put(wrong, act(wrong));
        }
        answers.addAll(incomplete.values());
        api.page.actions.fail(new IllegalStateException("away"));
        answers.add(act(NOTE));

        // Then
        incomplete.forEach((wrong, answer) -> {
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Evans").doesNotContain("staff");
        });
        Set<String> given = new TreeSet<>();
        for (HttpResponse<String> answer : answers) {
            given.add(OpenApiDocument.answer(DESCRIBED, "" + answer.statusCode(), ApiFixture.type(answer)));
            assertThat(DOCUMENT.problems(DESCRIBED, answer.statusCode(), ApiFixture.type(answer), answer.body()))
                    .isEmpty();
        }
        assertThat(given)
                .containsExactlyElementsOf(DOCUMENT.answers().stream()
                        .filter(each -> each.startsWith(DESCRIBED))
                        .toList());
        assertThat(api.page.actions.written()).hasSize(1);
    }
}

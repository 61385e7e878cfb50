package heed.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import heed.monitoring.api.ApiFixture.Request;
import heed.monitoring.pipeline.PipelineStatus;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the API to its description. */
class ApiIT {

    private static final List<Request> OTHERS = List.of(
            new Request("/status", "/status"),
            new Request("/pipeline", "/pipeline"),
            new Request("/openapi.yaml", "/openapi.yaml"),
            new Request("/export", "/export"),
            new Request("/export", "/export?table=drops"),
            new Request("/export", "/export?table=league&from=2026-02&to=2026-02"),
            new Request("/export", "/export?table=scores&window=week&measure=experience-1.overall&format=csv"));

    private static final List<Request> REFUSED = List.of(
            new Request("/status", "/status?format=csv"),
            new Request("/export", "/export?format=json"),
            new Request("/export", "/export?table=feedback"),
            new Request("/export", "/export?table=drops&window=week"),
            new Request("/export", "/export?from=march"),
            new Request("/export", "/export?from=2026-03&to=2026-02"),
            new Request("/export", "/export?form=2026-03"),
            new Request("/pipeline", "/pipeline?format=csv"),
            new Request("/hospitals", "/hospitals?regoin=North"),
            new Request("/hospitals", "/hospitals?state=well"),
            new Request("/hospitals", "/hospitals?format=xml"),
            new Request("/hospitals/{code}", "/hospitals/SIM-A?measure=x"),
            new Request("/hospitals/{code}/channels", "/hospitals/SIM-A/channels"),
            new Request("/hospitals/{code}/series", "/hospitals/SIM-A/series"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&days=0"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&days=85"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&days=many"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&days=7&from=2026-02-01"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&to=2026-02-01"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&from=2025-06-01"),
            new Request("/hospitals/{code}/notes", "/hospitals/SIM-A/notes?unit=WARD-1"),
            new Request("/hospitals/{code}/notes", "/hospitals/SIM-A/notes?from=soon"),
            new Request("/hospitals/{code}/spc", ApiFixture.SPC + "&from=soon"),
            new Request("/hospitals/{code}/spc", ApiFixture.SPC + "&per=day"),
            new Request("/hospitals/{code}/spc", ApiFixture.SPC + "&limits=none"),
            new Request("/drops", "/drops?state=open"),
            new Request("/drops", "/drops?limit=0"),
            new Request("/drops", "/drops?limit=5001"),
            new Request("/drops", "/drops?after=none"),
            new Request("/drops/{id}", "/drops/" + ApiFixture.DROP + "?x=1"),
            new Request("/drops/{id}/comments", "/drops/" + ApiFixture.DROP + "/comments?x=1"),
            new Request("/hospitals/{code}/comments", "/hospitals/SIM-A/comments?measure=x"),
            new Request("/hospitals/{code}/comments", "/hospitals/SIM-A/comments?theme=x"),
            new Request("/many-wards", "/many-wards?x=1"),
            new Request("/rises", "/rises?x=1"),
            new Request("/silences", "/silences?x=1"),
            new Request("/episodes", "/episodes?x=1"),
            new Request("/themes", "/themes?theme=meals"),
            new Request("/theme-rises", "/theme-rises?theme=meals"),
            new Request("/themes", "/themes?from=W09"),
            new Request("/themes", "/themes?unit=W1"),
            new Request("/league", "/league?month=2026-02"),
            new Request("/league/{measure}", "/league/fft-2020.negative?moth=2026-02"),
            new Request("/league/{questionnaire}/overall", "/league/experience-1/overall?x=1"));

    private static final List<Request> ABSENT = List.of(
            new Request("/hospitals/{code}", "/hospitals/NONE"),
            new Request("/hospitals/{code}/channels", "/hospitals/NONE/channels?measure=experience-1.overall"),
            new Request("/hospitals/{code}/channels", "/hospitals/SIM-A/channels?measure=none"),
            new Request("/hospitals/{code}/series", "/hospitals/NONE/series?measure=experience-1.overall"),
            new Request("/hospitals/{code}/series", "/hospitals/SIM-A/series?measure=none"),
            new Request("/hospitals/{code}/series", ApiFixture.SERIES + "&unit=NONE"),
            new Request("/hospitals/{code}/notes", "/hospitals/NONE/notes"),
            new Request("/hospitals/{code}/spc", "/hospitals/NONE/spc"),
            new Request("/hospitals/{code}/spc", "/hospitals/SIM-A/spc?measure=none"),
            new Request("/hospitals/{code}/spc", ApiFixture.SPC + "&unit=NONE"),
            new Request("/drops/{id}", "/drops/none"),
            new Request("/drops/{id}/comments", "/drops/none/comments"),
            new Request("/hospitals/{code}/comments", "/hospitals/NONE/comments"),
            new Request("/league/{measure}", "/league/none"),
            new Request("/league/{measure}", "/league/fft-2020.negative?month=2020-01"),
            new Request("/league/{questionnaire}/overall", "/league/none/overall"));

    private static final OpenApiDocument DOCUMENT = new OpenApiDocument();
    private final ApiFixture api = new ApiFixture();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void answersAsDescribedWhateverIsAsked() throws Exception {
        // Given
        List<Request> requests = new ArrayList<>(ApiFixture.TABLES);
        requests.addAll(OTHERS);
        requests.addAll(REFUSED);
        requests.addAll(ABSENT);
        ApiFixture.TABLES.forEach(each -> requests.add(new Request(each.described(), ApiFixture.asCsv(each.path()))));
        Set<String> given = new TreeSet<>();

        // When
        for (Request request : requests) {
            HttpResponse<String> answer = api.ask(request.path());
            String described = Api.ROOT + request.described();
            given.add(OpenApiDocument.answer(described, String.valueOf(answer.statusCode()), ApiFixture.type(answer)));

            // Then
            assertThat(DOCUMENT.problems(described, answer.statusCode(), ApiFixture.type(answer), answer.body()))
                    .as(request.path())
                    .isEmpty();
        }
        assertThat(given)
                .containsExactlyElementsOf(DOCUMENT.answers().stream()
                        .filter(each -> each.startsWith("/api/") && !each.contains("/actions "))
                        .toList());
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysWhereThereIsNothing() throws Exception {
        // When // Then
        for (Request request : REFUSED) {
            assertThat(api.ask(request.path()).statusCode()).as(request.path()).isEqualTo(400);
        }
        for (Request request : ABSENT) {
            assertThat(api.ask(request.path()).statusCode()).as(request.path()).isEqualTo(404);
        }
        assertThat(api.ask("/hospitals?regoin=North").body()).contains("the nearest is region.");
        assertThat(api.ask("/nowhere").statusCode()).isEqualTo(404);
        assertThat(ApiFixture.type(api.ask("/nowhere"))).isEqualTo("application/problem+json");
        assertThat(ApiFixture.type(api.get("/api/v1"))).isEqualTo("application/problem+json");
        assertThat(ApiFixture.type(api.get("/api/v1x"))).isEqualTo("text/html");
    }

    @Test
    void knowsTheParametersThatAreDescribed() throws Exception {
        // When // Then
        for (Request request : ApiFixture.TABLES) {
            for (String name : DOCUMENT.parameters(Api.ROOT + request.described())) {
                String path = request.path().split("\\?", -1)[0];
                assertThat(api.ask(path + "?" + name + "=").body())
                        .as(path + " " + name)
                        .doesNotContain("no such parameter");
            }
        }
    }

    @Test
    void tellsALongListInPartsThatAreTogetherTheWhole() throws Exception {
        // Given
        List<String> lists = List.of(
                "/hospitals?find=&order=name&",
                "/drops?",
                "/rises?",
                "/silences?",
                "/themes?",
                "/league/experience-1.involvement?month=2026-02&");

        // When
        for (String list : lists) {
            JsonNode whole = rows(OpenApiDocument.tree(
                    api.ask(list.substring(0, list.length() - 1)).body()));
            List<JsonNode> parts = new ArrayList<>();
            String next = "/api/v1" + list + "limit=1";
            while (next != null) {
                HttpResponse<String> answer = api.get(next);
                JsonNode part = OpenApiDocument.tree(answer.body());
                rows(part).forEach(parts::add);
                next = part.has("next") ? part.get("next").asText() : null;
                String link = next == null ? null : "<" + next + ">; rel=\"next\"";

                // Then
                assertThat(rows(part)).as(list).hasSizeLessThanOrEqualTo(1);
                assertThat(answer.headers().firstValue("Link").orElse(null)).isEqualTo(link);
            }
            assertThat(parts).as(list).isNotEmpty().containsExactlyElementsOf(whole);
        }
    }

    private static JsonNode rows(JsonNode answer) {
        return answer.get("data").isArray() ? answer.get("data") : answer.at("/data/rows");
    }

    @Test
    void putsAllRowsIntoAFileUnlessFewerAreAskedFor() throws Exception {
        // When
        long all = api.ask("/hospitals?format=csv").body().lines().count();
        HttpResponse<String> few = api.ask("/hospitals?format=csv&limit=2");

        // Then
        assertThat(all).isGreaterThan(3);
        assertThat(few.body().lines()).hasSize(3);
        assertThat(few.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("/api/v1/hospitals?format=csv&limit=2&after="));
    }

    @Test
    void aMonthOfAllHospitalsAndMeasuresIsOneFileThatSaysWhatTheOthersSay() throws Exception {
        // When
        List<String> all =
                api.ask("/export?from=2025-11&to=2025-11").body().lines().toList();
        List<String> months = api.ask("/export?from=2025-11&to=2025-11&measure=fft-2020.positive")
                .body()
                .lines()
                .toList();
        List<String> league = api.ask("/export?table=league&from=2026-02&to=2026-02&measure=experience-1.involvement")
                .body()
                .lines()
                .toList();
        List<String> drops = api.ask("/export?table=drops").body().lines().toList();
        List<String> none =
                api.ask("/export?from=1999-01&to=1999-12").body().lines().toList();

        // Then
        assertThat(all).hasSize(3).containsAll(months);
        assertThat(months)
                .containsExactly(
                        "hospital,hospital_name,unit,measure,measure_title,window,first,start,end,n,suppressed,withheld,"
                                + "minimum,score,low,high,percent,figures_as_of",
                        months.get(1));
        assertThat(months.get(1)).startsWith("SIM-OLD,").contains(",MONTH,2025-11-01,", ",1000,false,,,0.941,", ",94,");
        assertThat(league)
                .containsExactlyElementsOf(api.ask("/league/experience-1.involvement?month=2026-02&format=csv")
                        .body()
                        .lines()
                        .toList());
        assertThat(drops)
                .containsExactlyElementsOf(
                        api.ask("/drops?format=csv").body().lines().toList());
        assertThat(none).containsExactly(months.get(0));
    }

    @Test
    void whatPeopleWroteAboutIsToldByWeekInStepsAndTooFewStaySo() throws Exception {
        // When
        List<String> all = api.ask("/themes?format=csv").body().lines().skip(1).toList();
        List<String> food =
                api.ask("/themes?theme=food&format=csv").body().lines().skip(1).toList();
        List<String> since = api.ask("/themes?from=2026-03-01&format=csv")
                .body()
                .lines()
                .skip(1)
                .toList();
        String json = api.ask("/themes?hospital=SIM-B").body();

        // Then
        assertThat(all).hasSize(4);
        assertThat(food)
                .containsExactly(
                        "SIM-A,Ashcombe General,2026-W09,2026-02-23,food,Food & drink provision & facilities,20,40,false,10,"
                                + "themes-1,false,2026-03-01T23:00:00Z");
        assertThat(since)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SIM-B,")
                .contains(",2026-W10,2026-03-02,,,,,true,10,");
        assertThat(json).contains("\"suppressed\":true").doesNotContain("\"comments\"", "SIM-A", "21:17");
        assertThat(String.join("", all)).doesNotContain("21:17");
    }

    @Test
    void letsNobodyKeepAnAnswer() throws Exception {
        // When // Then
        for (String path :
                List.of("/hospitals", "/hospitals?format=csv", "/export", "/hospitals/NONE", "/hospitals?format=xml")) {
            assertThat(api.ask(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-store");
        }
    }

    @Test
    void saysAsOfWhenItIsAndWhetherFiguresMove() throws Exception {
        // When
        JsonNode live = OpenApiDocument.tree(api.ask("/status").body());
        api.page.pipelineIs(PipelineStatus.State.STALLED, "input but no result for 8 s");
        JsonNode stalled = OpenApiDocument.tree(api.ask("/hospitals").body());
        api.page.pipelineIs(PipelineStatus.State.RUNNING);

        // Then
        assertThat(live.get("as_of").asText()).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(live.get("status").asText()).isEqualTo("LIVE");
        assertThat(live.at("/data/minimum").asInt()).isEqualTo(10);
        assertThat(stalled.get("status").asText()).isEqualTo("STOPPED");
    }
}

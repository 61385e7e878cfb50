package heed.monitoring.api;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import heed.monitoring.PipelineStatus;
import heed.monitoring.Simulated;
import heed.monitoring.page.PageFixture;
import heed.monitoring.page.SimulatedLeague;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the API to its description, and to what the pages say. */
class ApiIT {

    private static final String DROP = "11111111-6f3f-5d0c-9d0a-111111111111";
    private static final String SERIES = "/hospitals/SIM-A/series?measure=experience-1.overall";

    /** What is asked, and the path of the description that it is asked under. */
    private record Request(String described, String path) {}

    private static final List<Request> TABLES = List.of(
            new Request("/hospitals", "/hospitals"),
            new Request(
                    "/hospitals", "/hospitals?region=North&state=falling&measure=experience-1.involvement&find=ash"),
            new Request("/hospitals/{code}", "/hospitals/SIM-A"),
            new Request("/hospitals/{code}", "/hospitals/SIM-OLD"),
            new Request("/hospitals/{code}/series", SERIES),
            new Request("/hospitals/{code}/series", SERIES + "&unit=DAY-UNIT&days=84"),
            new Request("/drops", "/drops"),
            new Request("/drops/{id}", "/drops/" + DROP),
            new Request("/rises", "/rises"),
            new Request("/silences", "/silences"),
            new Request("/league", "/league"),
            new Request("/league/{measure}", "/league/experience-1.involvement?month=2026-02"),
            new Request("/league/{measure}", "/league/fft-2020.negative"),
            new Request("/league/{questionnaire}/overall", "/league/experience-1/overall"));

    private static final List<Request> OTHERS =
            List.of(new Request("/status", "/status"), new Request("/openapi.yaml", "/openapi.yaml"));

    private static final List<Request> REFUSED = List.of(
            new Request("/status", "/status?format=csv"),
            new Request("/hospitals", "/hospitals?regoin=North"),
            new Request("/hospitals", "/hospitals?state=well"),
            new Request("/hospitals", "/hospitals?format=xml"),
            new Request("/hospitals/{code}", "/hospitals/SIM-A?measure=x"),
            new Request("/hospitals/{code}/series", "/hospitals/SIM-A/series"),
            new Request("/hospitals/{code}/series", SERIES + "&days=0"),
            new Request("/hospitals/{code}/series", SERIES + "&days=85"),
            new Request("/hospitals/{code}/series", SERIES + "&days=many"),
            new Request("/drops", "/drops?state=open"),
            new Request("/drops/{id}", "/drops/" + DROP + "?x=1"),
            new Request("/rises", "/rises?x=1"),
            new Request("/silences", "/silences?x=1"),
            new Request("/league", "/league?month=2026-02"),
            new Request("/league/{measure}", "/league/fft-2020.negative?moth=2026-02"),
            new Request("/league/{questionnaire}/overall", "/league/experience-1/overall?x=1"));

    private static final List<Request> ABSENT = List.of(
            new Request("/hospitals/{code}", "/hospitals/NONE"),
            new Request("/hospitals/{code}/series", "/hospitals/NONE/series?measure=experience-1.overall"),
            new Request("/hospitals/{code}/series", "/hospitals/SIM-A/series?measure=none"),
            new Request("/hospitals/{code}/series", SERIES + "&unit=NONE"),
            new Request("/drops/{id}", "/drops/none"),
            new Request("/league/{measure}", "/league/none"),
            new Request("/league/{measure}", "/league/fft-2020.negative?month=2020-01"),
            new Request("/league/{questionnaire}/overall", "/league/none/overall"));

    private static final OpenApiDocument DOCUMENT = new OpenApiDocument();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PageFixture page;

    @BeforeAll
    static void fill() {
        page = new PageFixture(3);
        Simulated.scores(page.model);
        page.model.put(aMonth("2025-11").at("SIM-OLD").positive(941, 1000));
        page.model.put(aRise("SIM-B", RiseState.OPEN));
        page.model.put(aSilence("SIM-I", null, SilenceState.OPEN));
        page.model.put(explained());
        SimulatedLeague.fill(page.model, 10);
        Simulated.drops(page.model);
    }

    private static Drop explained() {
        return aDrop().id(DROP)
                .at("SIM-A")
                .with(drop -> drop.setTrail(List.of(
                                new EvidenceDay(20_500, 9, 0.5, 0.9, 0.2), new EvidenceDay(20_501, 10, 0.7, 0.9, 1.1)))
                        .setMix(List.of(
                                new MixCheck(MixDimension.CHANNEL, 0.131, 0.12, 0.97, 300L, 112L, MixVerdict.REMAINS))))
                .open();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return get(Api.ROOT + path);
    }

    private static JsonNode data(String path) throws IOException, InterruptedException {
        return OpenApiDocument.tree(ask(path).body()).get("data");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow().split(";", -1)[0];
    }

    private static String asCsv(String path) {
        return path + (path.contains("?") ? "&" : "?") + "format=csv";
    }

    @Test
    void answersAsDescribedWhateverIsAsked() throws Exception {
        // Given
        List<Request> requests = new ArrayList<>(TABLES);
        requests.addAll(OTHERS);
        requests.addAll(REFUSED);
        requests.addAll(ABSENT);
        TABLES.forEach(each -> requests.add(new Request(each.described(), asCsv(each.path()))));
        Set<String> given = new TreeSet<>();

        // When
        for (Request request : requests) {
            HttpResponse<String> answer = ask(request.path());
            String described = Api.ROOT + request.described();
            given.add(OpenApiDocument.answer(described, String.valueOf(answer.statusCode()), type(answer)));

            // Then
            assertThat(DOCUMENT.problems(described, answer.statusCode(), type(answer), answer.body()))
                    .as(request.path())
                    .isEmpty();
        }
        assertThat(given)
                .containsExactlyElementsOf(DOCUMENT.answers().stream()
                        .filter(each -> each.startsWith("/api/"))
                        .toList());
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysWhereThereIsNothing() throws Exception {
        for (Request request : REFUSED) {
            assertThat(ask(request.path()).statusCode()).as(request.path()).isEqualTo(400);
        }
        for (Request request : ABSENT) {
            assertThat(ask(request.path()).statusCode()).as(request.path()).isEqualTo(404);
        }
        assertThat(ask("/hospitals?regoin=North").body()).contains("the nearest is region.");
        assertThat(ask("/nowhere").statusCode()).isEqualTo(404);
        assertThat(type(ask("/nowhere"))).isEqualTo("application/problem+json");
        assertThat(type(get("/api/v1"))).isEqualTo("application/problem+json");
        assertThat(type(get("/api/v1x"))).isEqualTo("text/html");
    }

    @Test
    void knowsTheParametersThatAreDescribed() throws Exception {
        for (Request request : TABLES) {
            for (String name : DOCUMENT.parameters(Api.ROOT + request.described())) {
                String path = request.path().split("\\?", -1)[0];
                assertThat(ask(path + "?" + name + "=").body())
                        .as(path + " " + name)
                        .doesNotContain("no such parameter");
            }
        }
    }

    @Test
    void letsNobodyKeepAnAnswer() throws Exception {
        for (String path : List.of("/hospitals", "/hospitals?format=csv", "/hospitals/NONE", "/hospitals?format=xml")) {
            assertThat(ask(path).headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        }
    }

    @Test
    void saysAsOfWhenItIsAndWhetherFiguresMove() throws Exception {
        // When
        JsonNode live = OpenApiDocument.tree(ask("/status").body());
        page.pipelineIs(PipelineStatus.State.STALLED, "input but no result for 8 s");
        JsonNode stalled = OpenApiDocument.tree(ask("/hospitals").body());
        page.pipelineIs(PipelineStatus.State.RUNNING);

        // Then
        assertThat(live.get("as_of").asText()).isEqualTo("2026-03-01T14:32:07Z");
        assertThat(live.get("status").asText()).isEqualTo("LIVE");
        assertThat(live.at("/data/minimum").asInt()).isEqualTo(10);
        assertThat(stalled.get("status").asText()).isEqualTo("STOPPED");
    }

    @Test
    void saysOfEveryHospitalWhatTheOverviewSays() throws Exception {
        // Given
        List<String> lines = rows(get("/").body());

        // When
        JsonNode rows = data("/hospitals");

        // Then
        assertThat(rows).hasSameSizeAs(lines).hasSize(11);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode row = rows.get(at);
            assertThat(lines.get(at))
                    .contains("href=\"/hospitals/" + row.get("hospital").asText() + "\"");
            if (row.get("suppressed").asBoolean()) {
                assertThat(row.has("n") || row.has("score") || row.has("percent"))
                        .isFalse();
                assertThat(lines.get(at))
                        .contains("fewer than " + row.get("minimum").asInt() + ")");
            } else if (row.has("score")) {
                assertThat(lines.get(at))
                        .contains("<b>" + row.get("percent").asInt() + "%</b>")
                        .contains(percent(row.get("low")) + " to " + percent(row.get("high")))
                        .contains("<td class=\"n\">" + row.get("week_percent").asInt() + "%</td>")
                        .contains("<td class=\"n\">" + count(row.get("n")) + "</td>");
            } else {
                assertThat(row.get("n").asInt()).isZero();
                assertThat(lines.get(at)).contains("No responses in the last 28 days");
            }
        }
        assertThat(rows.findValuesAsText("suppressed")).contains("true", "false");
    }

    @Test
    void saysOfDropsAndComparisonsWhatThePagesSay() throws Exception {
        // When
        List<String> drops = rows(get("/drops").body());
        List<String> league = rows(get("/league/experience-1.involvement").body());
        JsonNode compared = data("/league/experience-1.involvement");

        // Then
        JsonNode fallen = data("/drops");
        assertThat(fallen).hasSameSizeAs(drops).hasSize(3);
        for (int at = 0; at < fallen.size(); at++) {
            JsonNode drop = fallen.get(at);
            assertThat(drops.get(at))
                    .contains("/drops/" + drop.get("drop_id").asText())
                    .contains("<td class=\"n\">" + percent(drop.get("baseline")) + "</td>")
                    .contains("<b>" + percent(drop.get("score")) + "</b>");
        }
        assertThat(league.get(0)).contains("<b>" + tenths(compared.at("/national/score")) + "</b>");
        assertThat(compared.get("rows")).hasSize(10);
        for (int at = 0; at < 10; at++) {
            JsonNode row = compared.get("rows").get(at);
            assertThat(league.get(at + 1))
                    .contains("/hospitals/" + row.get("hospital").asText())
                    .contains("<b>" + row.get("rank").asInt() + "</b>")
                    .contains("<b>" + tenths(row.get("score")) + "</b>")
                    .contains(percent(row.get("expected_low")) + " to " + percent(row.get("expected_high")))
                    .contains("<td class=\"n\">" + count(row.get("n")) + "</td>");
        }
    }

    @Test
    void keepsTheFewAnswersOfADayToItselfAsThePageDoes() throws Exception {
        // When
        JsonNode detail = data("/drops/" + DROP);

        // Then
        assertThat(detail.at("/trail/0").toString())
                .isEqualTo(
                        "{\"day\":\"2026-02-16\",\"suppressed\":true,\"minimum\":10,\"usual\":0.9,\"evidence\":0.2}");
        assertThat(detail.at("/trail/1/n").asInt()).isEqualTo(10);
        assertThat(detail.at("/mix/0/fall_held").asDouble()).isEqualTo(0.12);
        assertThat(get("/drops/" + DROP).body()).contains("fewer than 10 answers");
    }

    @Test
    void givesTheSameFiguresAsAFileForASpreadsheet() throws Exception {
        for (Request request : TABLES) {
            // When
            HttpResponse<String> file = ask(asCsv(request.path()));
            JsonNode rows = table(data(request.path()));
            List<CSVRecord> records = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new java.io.StringReader(file.body()))
                    .getRecords();

            // Then
            assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8; header=present");
            assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name)
                    .matches("attachment; filename=\"heed-[\\w.-]+\\.csv\""));
            assertThat(records).as(request.path()).hasSameSizeAs(rows).isNotEmpty();
            for (int at = 0; at < records.size(); at++) {
                CSVRecord record = records.get(at);
                rows.get(at).properties().forEach(field -> assertThat(record.get(field.getKey()))
                        .isEqualTo(field.getValue().asText()));
                assertThat(record.get("figures_as_of")).isEqualTo("2026-03-01T14:32:07Z");
            }
        }
    }

    @Test
    void isLinkedFromEveryTableAsItIsOnTheScreen() throws Exception {
        assertThat(get("/?region=North&order=name").body())
                .contains("href=\"/api/v1/hospitals?region=North&amp;order=name&amp;format=csv\"");
        assertThat(get("/hospitals/SIM-A?measure=experience-1.overall&unit=WARD-1")
                        .body())
                .contains("href=\"/api/v1/hospitals/SIM-A?format=csv\"")
                .contains("SIM-A/series?measure=experience-1.overall&amp;unit=WARD-1&amp;format=csv\"");
        assertThat(get("/drops").body()).contains("href=\"/api/v1/drops?format=csv\"");
        assertThat(get("/drops/" + DROP).body()).contains("href=\"/api/v1/drops/" + DROP + "?format=csv\"");
        assertThat(get("/league").body()).contains("href=\"/api/v1/league?format=csv\"");
        assertThat(get("/league/fft-2020.positive?month=2026-01").body())
                .contains("href=\"/api/v1/league/fft-2020.positive?month=2026-01&amp;format=csv\"");
        assertThat(get("/league/experience-1/overall").body())
                .contains("href=\"/api/v1/league/experience-1/overall?month=2026-03&amp;format=csv\"");
    }

    /** Returns the rows that a CSV of the same holds. */
    private static JsonNode table(JsonNode data) {
        for (String name : List.of("lines", "points", "trail", "rows", "measures")) {
            if (data.has(name)) {
                return data.get(name);
            }
        }
        return data;
    }

    /** Returns the rows of a page's last table. */
    private static List<String> rows(String page) {
        String table = page.substring(page.lastIndexOf("<tbody>") + "<tbody>".length(), page.lastIndexOf("</tbody>"));
        return List.of(table.split("</tr>")).stream()
                .filter(row -> !row.isBlank())
                .toList();
    }

    private static String percent(JsonNode share) {
        return (long) Math.floor(share.asDouble() * 100 + 0.5) + "%";
    }

    private static String tenths(JsonNode share) {
        return String.format(Locale.ROOT, "%.1f%%", Math.floor(share.asDouble() * 1000 + 0.5) / 10);
    }

    private static String count(JsonNode number) {
        return String.format(Locale.UK, "%,d", number.asLong());
    }
}

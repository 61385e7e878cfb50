package heed.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import heed.monitoring.api.ApiFixture.Request;
import heed.monitoring.html.Parsed;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the API to what the pages say, and its files to its answers. */
class ApiFiguresIT {

    private final ApiFixture api = new ApiFixture();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void saysOfEveryHospitalWhatTheOverviewSays() throws Exception {
        // Given
        List<Parsed> lines = rows(api.get("/").body());

        // When
        JsonNode rows = api.data("/hospitals");

        // Then
        assertThat(rows).hasSameSizeAs(lines).hasSize(11);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode row = rows.get(at);
            Parsed line = lines.get(at);
            assertThat(line.attributes("a", "href"))
                    .containsExactly("/hospitals/" + row.get("hospital").asText());
            if (row.get("suppressed").asBoolean()) {
                assertThat(row.has("n") || row.has("score") || row.has("percent"))
                        .isFalse();
                assertThat(line.text())
                        .contains("Too few to show (fewer than "
                                + row.get("minimum").asInt() + ")");
            } else if (row.has("score")) {
                assertThat(line.texts("td").subList(1, 5))
                        .containsExactly(
                                row.get("percent").asInt() + "%",
                                percent(row.get("low")) + " to " + percent(row.get("high")),
                                row.get("week_percent").asInt() + "%",
                                count(row.get("n")));
            } else {
                assertThat(row.get("n").asInt()).isZero();
                assertThat(line.text()).contains("No responses in the last 28 days");
            }
        }
        assertThat(rows.findValuesAsText("suppressed")).contains("true", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&unit=WARD-1"})
    void saysOfAnSpcChartWhatItsTableSays(String unit) throws Exception {
        // When
        List<Parsed> rows = rows(api.get(ApiFixture.SPC + unit).body());
        JsonNode chart = api.data(ApiFixture.SPC + unit);

        // Then
        assertThat(chart.path("unit").asText()).isEqualTo(unit.isEmpty() ? "" : "WARD-1");
        assertThat(chart.get("variation").asText()).startsWith("CONCERNING");
        assertThat(chart.get("points")).hasSameSizeAs(rows).hasSizeGreaterThan(40);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode point = chart.get("points").get(rows.size() - 1 - at);
            if (point.has("score")) {
                assertThat(rows.get(at).texts("td"))
                        .startsWith(
                                point.get("percent").asInt() + "%", count(point.get("n")), percent(point.get("mean")));
            }
            assertThat(rows.get(at).text().contains("concern ("))
                    .isEqualTo(point.path("variation").asText().startsWith("CONCERNING"));
        }
    }

    @Test
    void saysHowPeopleAnsweredAsTheHospitalsPageDoes() throws Exception {
        // When
        List<Parsed> rows =
                rows(api.get("/hospitals/SIM-A?measure=experience-1.overall").body());
        JsonNode channels = api.data("/hospitals/SIM-A/channels?measure=experience-1.overall")
                .get("channels");

        // Then
        assertThat(channels.findValuesAsText("channels")).containsExactly("SMS", "WEB", "PAPER", "KIOSK");
        assertThat(channels).hasSameSizeAs(rows);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode channel = channels.get(at);
            assertThat(rows.get(at).texts("td"))
                    .containsExactly(
                            percent(channel.get("share")),
                            percent(channel.get("share_before")),
                            count(channel.get("n")),
                            channel.get("percent").asInt() + "%",
                            percent(channel.get("low")) + " to " + percent(channel.get("high")));
        }
    }

    @Test
    void saysOfDropsAndComparisonsWhatThePagesSay() throws Exception {
        // When
        List<Parsed> drops = rows(api.get("/drops").body());
        List<Parsed> league = rows(api.get("/league/experience-1.involvement").body());
        JsonNode compared = api.data("/league/experience-1.involvement");

        // Then
        JsonNode fallen = api.data("/drops");
        assertThat(fallen).hasSameSizeAs(drops).hasSize(3);
        for (int at = 0; at < fallen.size(); at++) {
            JsonNode drop = fallen.get(at);
            assertThat(drops.get(at).attributes("th a", "href"))
                    .containsExactly("/drops/" + drop.get("drop_id").asText());
            boolean lower =
                    drop.path("now_score").asDouble(1) < drop.get("score").asDouble();
            assertThat(drops.get(at).texts("td").subList(1, 3))
                    .containsExactly(percent(drop.get("baseline")), percent(drop.get(lower ? "now_score" : "score")));
        }
        assertThat(league.get(0).texts("td")).contains(tenths(compared.at("/national/score")));
        assertThat(compared.get("rows")).hasSize(10);
        for (int at = 0; at < 10; at++) {
            JsonNode row = compared.get("rows").get(at);
            Parsed line = league.get(at + 1);
            assertThat(line.attributes("th a", "href"))
                    .containsExactly("/hospitals/" + row.get("hospital").asText());
            assertThat(line.texts("td"))
                    .startsWith(row.get("rank").asText())
                    .containsSubsequence(
                            tenths(row.get("score")),
                            percent(row.get("expected_low")) + " to " + percent(row.get("expected_high")),
                            count(row.get("n")));
        }
    }

    @Test
    void keepsTheFewAnswersOfADayToItselfAsThePageDoes() throws Exception {
        // When
        JsonNode detail = api.data("/drops/" + ApiFixture.DROP);

        // Then
        assertThat(detail.at("/trail/0").toString())
                .isEqualTo(
                        "{\"day\":\"2026-02-16\",\"suppressed\":true,\"minimum\":10,\"usual\":0.9,\"evidence\":0.2}");
        assertThat(detail.at("/trail/1/n").asInt()).isEqualTo(10);
        assertThat(detail.at("/mix/0/fall_held").asDouble()).isEqualTo(0.12);
        assertThat(api.get("/drops/" + ApiFixture.DROP).body()).contains("Too few to show (fewer than 10)");
    }

    @Test
    void givesTheSameFiguresAsAFileForASpreadsheet() throws Exception {
        for (Request request : ApiFixture.TABLES) {
            // When
            HttpResponse<String> file = api.ask(ApiFixture.asCsv(request.path()));
            JsonNode rows = table(api.data(request.path()));
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
                        .isEqualTo(cell(field.getValue())));
                assertThat(record.get("figures_as_of")).isEqualTo("2026-03-01T23:00:00Z");
                assertThat(record.isMapped("hospital") || record.isMapped("measure") || record.isMapped("drop_id"))
                        .isTrue();
            }
        }
    }

    @Test
    void saysOfThePipelineWhatItsPageSays() throws Exception {
        // When
        String page = api.get("/pipeline").body();
        JsonNode pipeline = api.data("/pipeline");

        // Then
        assertThat(Parsed.page(page).texts("h1"))
                .containsExactly(pipeline.get("title").asText());
        assertThat(pipeline.get("partitions")).hasSize(4);
        // 1,212 less 2 corrected and 1 withdrawn, which are no whole step
        assertThat(pipeline.at("/partitions/0/in").asInt()).isEqualTo(1209);
        assertThat(pipeline.at("/rejected/0/reason").asText()).isEqualTo("bad_unit");
        assertThat(pipeline.at("/hospitals/0/freshness").asText()).isEqualTo("QUIET");
        List<Parsed> rows = rows(page);
        assertThat(pipeline.get("hospitals")).hasSameSizeAs(rows);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode hospital = pipeline.get("hospitals").get(at);
            assertThat(rows.get(at).attributes("th a", "href"))
                    .containsExactly("/hospitals/" + hospital.get("hospital").asText());
            assertThat(rows.get(at).texts("td"))
                    .endsWith(hospital.get("partition").asText());
        }
    }

    private static String cell(JsonNode value) {
        List<String> codes = new ArrayList<>();
        value.forEach(code -> codes.add(code.asText()));
        // A comment that begins so would be a formula in a spreadsheet.
        String formula = value.asText().startsWith("=") ? "'" : "";
        return value.isArray() ? String.join(" ", codes) : formula + value.asText();
    }

    @Test
    void namesTheUnitInEveryRowOfAnSpcChartsFile() throws Exception {
        // When
        HttpResponse<String> whole = api.ask(ApiFixture.asCsv(ApiFixture.SPC));
        HttpResponse<String> unit = api.ask(ApiFixture.asCsv(ApiFixture.SPC + "&unit=WARD-1"));

        // Then
        assertThat(whole.body()).startsWith("hospital,unit,measure,first,");
        assertThat(whole.body().lines().skip(1)).allMatch(row -> row.startsWith("SIM-A,,experience-1.involvement,"));
        assertThat(unit.body().lines().skip(1))
                .allMatch(row -> row.startsWith("SIM-A,WARD-1,experience-1.involvement,"));
        assertThat(unit.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"heed-spc-SIM-A-WARD-1-experience-1.involvement.csv\"");
    }

    @Test
    void tellsTheDaysAndWeeksOfARangeAsItTellsThemAmongAll() throws Exception {
        // When
        JsonNode days =
                api.data(ApiFixture.SERIES + "&from=2026-02-03&to=2026-02-20").get("points");
        JsonNode weeks = api.data(ApiFixture.SPC + "&from=2026-01-05&to=2026-02-15");

        // Then
        JsonNode allWeeks = api.data(ApiFixture.SPC);
        assertThat(days).hasSize(18).isSubsetOf(api.data(ApiFixture.SERIES).get("points"));
        assertThat(days.get(0).get("date").asText()).isEqualTo("2026-02-03");
        // Of the week from 26 January on, the 49th: 20.53 points up, told as the page rounds it.
        assertThat(days.get(0).get("others").asDouble()).isEqualTo(.21);
        assertThat(days).allMatch(day -> day.has("others"));
        assertThat(weeks.get("points")).hasSize(6).isSubsetOf(allWeeks.get("points"));
        assertThat(weeks.at("/points/0/first").asText()).isEqualTo("2026-01-05");
        assertThat(weeks.get("variation")).isEqualTo(allWeeks.get("variation"));
        assertThat(weeks.get("points")).allMatch(week -> week.has("others"));
    }

    @Test
    void tellsWhatStaffNotedOnTheChartsThatItIsAskedFor() throws Exception {
        // When
        JsonNode all = api.data("/hospitals/SIM-A/notes");
        JsonNode whole = api.data(ApiFixture.NOTES);
        JsonNode ward = api.data(ApiFixture.NOTES + "&unit=WARD-1&to=2025-12-31&from=2025-11-01");
        String file = api.ask(ApiFixture.asCsv("/hospitals/SIM-A/notes")).body();

        // Then
        assertThat(all.findValuesAsText("text")).containsExactly("=Ward moved", "New rota began");
        assertThat(whole.findValuesAsText("text")).containsExactly("New rota began");
        assertThat(whole.get(0).get("day").asText()).isEqualTo("2026-02-10");
        assertThat(ward.findValuesAsText("text")).containsExactly("=Ward moved");
        assertThat(file).contains(",'=Ward moved,");
    }

    @Test
    void isLinkedFromEveryTableAsItIsOnTheScreen() throws Exception {
        // When // Then
        assertThat(files("/?region=North&order=name"))
                .containsExactly("/api/v1/hospitals?region=North&order=name&format=csv");
        assertThat(files("/hospitals/SIM-A?measure=experience-1.overall&unit=WARD-1"))
                .contains(
                        "/api/v1/hospitals/SIM-A?format=csv",
                        "/api/v1/hospitals/SIM-A/series?measure=experience-1.overall&unit=WARD-1&days=75&format=csv");
        assertThat(files(ApiFixture.SPC + "&limits=screened"))
                .containsExactly("/api/v1/hospitals/SIM-A/spc?measure=experience-1.involvement&per=week&limits=screened"
                        + "&format=csv");
        assertThat(files("/drops")).containsExactly("/api/v1/drops?format=csv");
        assertThat(files("/drops/" + ApiFixture.DROP)).contains("/api/v1/drops/" + ApiFixture.DROP + "?format=csv");
        assertThat(files("/league")).containsOnly("/api/v1/league?format=csv");
        assertThat(files("/league/fft-2020.positive?month=2026-01"))
                .containsExactly("/api/v1/league/fft-2020.positive?month=2026-01&format=csv");
        assertThat(files("/league/experience-1/overall"))
                .containsExactly("/api/v1/league/experience-1/overall?month=2026-02&format=csv");
    }

    private List<String> files(String path) throws Exception {
        return Parsed.page(api.get(path).body()).links("These figures as CSV");
    }

    /** Returns the rows that a CSV of the same holds. */
    private static JsonNode table(JsonNode data) {
        for (String name : List.of("lines", "points", "trail", "rows", "measures", "channels")) {
            if (data.has(name)) {
                return data.get(name);
            }
        }
        return data;
    }

    /** Returns the rows of a page's last table. */
    private static List<Parsed> rows(String page) {
        List<Parsed> tables = Parsed.page(page).all("tbody");
        return tables.get(tables.size() - 1).all("tr");
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

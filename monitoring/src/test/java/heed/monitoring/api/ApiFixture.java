package heed.monitoring.api;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ThemeFixture.aThemeRise;
import static heed.monitoring.ThemeFixture.aThemeWeek;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;

import com.fasterxml.jackson.databind.JsonNode;
import heed.monitoring.EpisodeFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.site.PageFixture;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Movement;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.record.RecordCopy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Runs the page and the API over simulated figures of every kind. */
final class ApiFixture implements AutoCloseable {

    static final String DROP = "11111111-6f3f-5d0c-9d0a-111111111111";
    static final String SPC = "/hospitals/SIM-A/spc?measure=experience-1.involvement";
    static final String NOTES = "/hospitals/SIM-A/notes?measure=experience-1.overall";
    static final String SERIES = "/hospitals/SIM-A/series?measure=experience-1.overall";

    /** What is asked, and the path of the description that it is asked under. */
    record Request(String described, String path) {}

    /** Every kind of table. */
    static final List<Request> TABLES = List.of(
            new Request("/hospitals", "/hospitals"),
            new Request(
                    "/hospitals", "/hospitals?region=North&state=falling&measure=experience-1.involvement&find=ash"),
            new Request("/hospitals/{code}", "/hospitals/SIM-A"),
            new Request("/hospitals/{code}", "/hospitals/SIM-OLD"),
            new Request("/hospitals/{code}/series", SERIES),
            new Request("/hospitals/{code}/series", SERIES + "&unit=DAY-UNIT&days=84"),
            new Request("/hospitals/{code}/series", SERIES + "&from=2026-02-01&to=2026-02-20"),
            new Request("/hospitals/{code}/notes", "/hospitals/SIM-A/notes"),
            new Request("/hospitals/{code}/notes", NOTES),
            new Request("/hospitals/{code}/channels", "/hospitals/SIM-A/channels?measure=experience-1.overall"),
            new Request("/hospitals/{code}/comments", "/hospitals/SIM-A/comments"),
            new Request("/hospitals/{code}/comments", "/hospitals/SIM-A/comments?unit=WARD-1"),
            new Request("/hospitals/{code}/comments", "/hospitals/SIM-A/comments?theme=food"),
            new Request("/drops/{id}/comments", "/drops/0b5a3b5e-6f3f-5d0c-9d0a-111111111111/comments"),
            new Request("/hospitals/{code}/spc", SPC),
            new Request("/hospitals/{code}/spc", SPC + "&unit=WARD-1"),
            new Request("/hospitals/{code}/spc", SPC + "&from=2026-01-05&to=2026-02-15"),
            new Request("/hospitals/{code}/spc", "/hospitals/SIM-H/spc?per=month&limits=screened"),
            new Request("/hospitals/{code}/spc", "/hospitals/SIM-H/spc?per=month"),
            new Request("/drops", "/drops"),
            new Request("/drops/{id}", "/drops/" + DROP),
            new Request("/many-wards", "/many-wards"),
            new Request("/rises", "/rises"),
            new Request("/silences", "/silences"),
            new Request("/episodes", "/episodes"),
            new Request("/themes", "/themes"),
            new Request("/themes", "/themes?hospital=SIM-A&theme=food&from=2026-02&to=2026-02-28"),
            new Request("/theme-rises", "/theme-rises"),
            new Request("/theme-rises", "/theme-rises?hospital=SIM-A&theme=food"),
            new Request("/league", "/league"),
            new Request("/league/{measure}", "/league/experience-1.involvement?month=2026-02"),
            new Request("/league/{measure}", "/league/fft-2020.negative"),
            new Request("/league/{questionnaire}/overall", "/league/experience-1/overall"));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final PageFixture page = new PageFixture(3);

    ApiFixture() {
        Simulated.scores(page.model);
        Simulated.weeks(page.model);
        movements();
        page.model.put(EpisodeFixture.anEpisode());
        page.model.put(aThemeWeek("SIM-A", "2026-W09", null, 40));
        page.model.put(aThemeWeek("SIM-A", "2026-W09", "food", 20));
        page.model.put(aThemeWeek("SIM-A", "2026-W09", "a-later-theme", 9));
        page.model.put(aThemeWeek("SIM-B", "2026-W10", null, 9));
        page.model.put(aThemeRise("SIM-A", "food"));
        page.model.put(aMonth("2025-11").at("SIM-OLD").positive(941, 1000));
        page.model.put(aRise("SIM-B", RiseState.OPEN));
        page.model.put(aSilence("SIM-I", null, SilenceState.OPEN));
        page.model.put(explained());
        SimulatedLeague.fill(page.model, 10);
        Simulated.drops(page.model);
        page.model.put(anAct(ActionKind.ASSIGNED)
                .about(DROP)
                .with(act -> act.setHospital("SIM-A").setUnit("W2"))
                .to("Ward W2")
                .saying("Have a look.")
                .build());
        page.model.put(aNote("2026-02-10", "New rota began")
                .with(note -> note.setHospital("SIM-A"))
                .number(11)
                .build());
        page.model.put(aNote("2025-12-01", "=Ward moved")
                .with(note -> note.setHospital("SIM-A").setUnit("WARD-1").setMeasure("experience-1.overall"))
                .number(12)
                .build());
        page.comments.addAll(Simulated.comments());
        page.comments.addAll(Simulated.aboutFood());
        page.model.publish();
    }

    /** In every week of a year all hospitals moved by something else. */
    private void movements() {
        for (String measure : List.of("experience-1.overall", "experience-1.involvement")) {
            for (int week = 0; week < 53; week++) {
                String monday = LocalDate.parse("2025-02-24").plusWeeks(week).toString();
                page.model.put(RecordCopy.of(MovementFixture.week(monday, -.3371 + week * .0113), Movement.newBuilder())
                        .setMeasure(measure)
                        .build());
            }
        }
    }

    private static Drop explained() {
        return aDrop().id(DROP)
                .at("SIM-A")
                .with(drop -> drop.setTrail(List.of(
                                new EvidenceDay(20_499, 1, 0.0, 0.9, 0.1),
                                new EvidenceDay(20_500, 9, 0.5, 0.9, 0.2),
                                new EvidenceDay(20_501, 10, 0.7, 0.9, 1.1)))
                        .setMix(List.of(MixCheck.newBuilder()
                                .setDimension(MixDimension.CHANNEL)
                                .setFall(0.131)
                                .setFallHeld(0.12)
                                .setCovered(0.97)
                                .setNBefore(300L)
                                .setNSince(112L)
                                .setVerdict(MixVerdict.REMAINS)
                                .build())))
                .open();
    }

    @Override
    public void close() {
        page.close();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return get(Api.ROOT + path);
    }

    /** Sends an act; {@code headers} are names and values in turn. */
    HttpResponse<String> act(String drop, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(page.address(Api.ROOT + "/drops/" + drop + "/actions")))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode data(String path) throws IOException, InterruptedException {
        return OpenApiDocument.tree(ask(path).body()).get("data");
    }

    static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow().split(";", -1)[0];
    }

    static String asCsv(String path) {
        return path + (path.contains("?") ? "&" : "?") + "format=csv";
    }
}

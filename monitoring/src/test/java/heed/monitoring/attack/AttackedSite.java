package heed.monitoring.attack;

import heed.monitoring.SettableClock;
import heed.monitoring.SimulatedParts;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.meters.Meters;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.StateSource;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.site.Site;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.ViewedModels;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.FalseShare;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.listen.Reach;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs the real pages, API, events and metrics for one audience on a free port, over what an attack is told. */
final class AttackedSite implements AutoCloseable {

    final ReadModel model;
    private final Meters meters;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;
    private final String address;
    private final Clock clock = Clock.fixed(Instant.now().plusSeconds(1), ZoneOffset.UTC);
    private final SettableClock days = new SettableClock(Instant.now());
    private Map<Integer, TallySource.Tally> tallies = Map.of();
    private long inWork;

    AttackedSite(Disclosure disclosure) {
        this(disclosure, Viewer.everything());
    }

    AttackedSite(Disclosure disclosure, Viewer viewer) {
        model = new ReadModel(days, disclosure);
        meters = new Meters(disclosure);
        meters.bindReadModel(model, HospitalDirectory.empty(), this::reader);
        meters.bindAlerts(
                model, HospitalDirectory.empty(), Questionnaires.shipped(), URI.create("https://heed.example"));
        meters.bindTallies(() -> tallies);
        meters.bindPipelineLag(() -> inWork);
        meters.bindState(() -> Map.of("score-rows", new StateSource.Size(40 + inWork, 8_000 + 200 * inWork)));
        PipelineStatus status = () -> PipelineStatus.Status.running(Instant.EPOCH);
        meters.bindPipeline(status);
        var desk = new ActionDesk(
                action -> CompletableFuture.completedFuture(null), meters.bindActions(), Clock.systemUTC());
        site = new Site(
                new PageSettings("127.0.0.1", 0, List.of(), Reach.direct(), "", new FalseShare(.10), 200),
                new ViewedModels(model, request -> viewer),
                new Names(HospitalDirectory.empty(), Questionnaires.shipped()),
                new PipelineSources(status, this::reader, parts(), clock),
                desk,
                meters);
        address = "http://127.0.0.1:" + site.start();
    }

    private PipelineParts parts() {
        PipelineParts all = new SimulatedParts();
        return new PipelineParts() {
            @Override
            public Parts current() {
                Parts now = all.current();
                Map<Integer, Partition> partitions = new HashMap<>(now.partitions());
                partitions.replaceAll((number, idle) -> new Partition(
                        inWork,
                        inWork == 0 ? idle.progressed() : clock.instant().minusMillis(217)));
                return new Parts(
                        now.threads(), now.threadsWanted(), now.restoring(), partitions, now.registry(), tallies);
            }

            @Override
            public int partitionOf(String hospital) {
                return AttackedMonths.partitionOf(hospital);
            }
        };
    }

    private ReaderStatus reader() {
        return new ReaderStatus(ReaderStatus.Phase.FOLLOWING, inWork, clock.instant(), inWork);
    }

    void play(AttackedMonths months, int reading) {
        tallies = months.tallies(reading);
        new AttackedRecords(months).play(model, reading);
        // What is held back until the day is over is attacked too.
        days.set(days.instant().plus(Duration.ofDays(1)));
        model.publish();
    }

    /** Counts a record more of each outcome on every partition, and shows one that is in work. */
    void countOneMore() {
        Map<Integer, TallySource.Tally> more = new HashMap<>();
        tallies.forEach((partition, before) ->
                more.put(partition, before.plus(new TallySource.Tally(6, 1, 1, 0, 1, 1, Map.of("too_late", 1L)))));
        tallies = more;
        inWork = 1;
    }

    /** What an address answers. */
    record Answer(int status, String type, String body) {}

    /** Returns what an address answers; of events, what comes first. */
    Answer get(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    path.equals("/events") ? first(body) : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String first(InputStream events) throws IOException {
        StringBuilder told = new StringBuilder();
        for (int next = events.read(); next >= 0 && told.indexOf("\n\n") < 0; next = events.read()) {
            told.append((char) next);
        }
        return told.toString();
    }

    @Override
    public void close() {
        site.close();
        meters.close();
    }
}

package heed.monitoring.meters;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.LeagueFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.WatchFixture;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.StateSource;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Knows the names that dashboards and rules may ask for: those of a full scrape, those that Kafka may add, and
 * Prometheus' own.
 */
final class ExposedMetrics {

    /** Prometheus makes these itself for everything that it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    private final Set<String> scraped;

    private ExposedMetrics(Set<String> scraped) {
        this.scraped = scraped;
    }

    static ExposedMetrics all() {
        return new ExposedMetrics(names(scrape(Simulated.STAFF)));
    }

    boolean contains(String metric) {
        return scraped.contains(metric) || OF_PROMETHEUS.contains(metric) || isLetThroughFromKafka(metric);
    }

    /**
     * Returns a scrape for those whom {@code disclosure} tells, on which everything that can be bound is bound, a
     * hospital has a drop that can be put beside others and a month that has closed, another is silent, and many have
     * fallen at once.
     */
    static String scrape(Disclosure disclosure) {
        ReadModel model = new ReadModel(Clock.fixed(Simulated.NOW, ZoneOffset.UTC), disclosure);
        Simulated.scores(model);
        Simulated.drops(model);
        model.put(WatchFixture.aSilence("H2", null, SilenceState.OPEN));
        model.put(EpisodeFixture.anEpisode());
        model.put(aDrop().id("0b5a3b5e-6f3f-5d0c-9d0a-444444444444").open());
        for (String monday : List.of("2026-02-02", "2026-02-09", "2026-02-23")) {
            model.put(aWeek(LocalDate.parse(monday)).positive(900, 1_000));
            model.put(MovementFixture.week(monday, 0));
        }
        LeagueFixture.aLeague("fft-2020.positive", "2026-03").row("H1", 90, 100).into(model);
        model.put(aMonth("2025-12").closed().positive(90, 100));
        LeagueFixture.aLeague("fft-2020.positive", "2025-12")
                .row("H1", 90, 100)
                .done()
                .into(model);
        try (Meters meters = new Meters(disclosure)) {
            meters.bindTallies(() -> Map.of(0, new TallySource.Tally(10, 5, 2, 0, 1, 1, Map.of("bad_unit", 1L))));
            meters.bindReadModel(
                    model,
                    HospitalDirectory.empty(),
                    () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, Simulated.NOW, 0));
            meters.bindAlerts(
                    model, HospitalDirectory.empty(), Questionnaires.shipped(), URI.create("https://heed.example/"));
            meters.bindPipelineLag(() -> 0);
            meters.bindState(() -> Map.of("score-rows", new StateSource.Size(1, 200)));
            meters.bindPipeline(() -> PipelineStatus.Status.running(Simulated.NOW));
            meters.bindDataDirectory(Path.of("."));
            meters.bindHeap(() -> 1, () -> 2);
            meters.bindCertificate("page", () -> 1, () -> false);
            meters.bindStreamsOpen(() -> 0);
            meters.streamTurnedAway("FULL");
            meters.intakeAccepted(1);
            meters.intakeRefused(503);
            meters.comment("KEPT");
            meters.takenOut("name", 1);
            meters.bindActions();
            meters.bindAudit();
            meters.bindThemes(() -> true, () -> 1);
            meters.bindRoute("ward-7", new RouteCounts(() -> 1, () -> 0, () -> 2, () -> 0, () -> 3, () -> true));
            meters.bindProcess();
            return meters.scrape("text/plain");
        }
    }

    private static boolean isLetThroughFromKafka(String metric) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new KafkaMeterFilter());
        String name = metric.replace('_', '.');
        if (metric.endsWith("_total")) {
            FunctionCounter.builder(name, metric, String::length).register(registry);
        } else {
            Gauge.builder(name, metric, String::length).register(registry);
        }
        return metric.startsWith("kafka_") && names(registry.scrape()).contains(metric);
    }

    /** Returns the names in a scrape. */
    static Set<String> names(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package heed.monitoring.meters;

import heed.monitoring.actions.ActionCounts;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.StateSource;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.ActionKind;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Holds every meter that Heed exposes; {@link MeterNames} has their names. What comes and goes (partitions, hospitals,
 * windows) is brought up to date at each scrape, so a scrape shows one moment, and what is gone is absent, not frozen.
 */
public final class Meters implements AutoCloseable {

    /** What {@code page.metric-lines} is where nobody sets it. */
    static final int USUAL_LINES = 5_000;

    private static final List<String> TURNED_AWAY = List.of("SHARE", "FULL", "GAVE_WAY");

    private final PrometheusMeterRegistry registry;
    private final int most;
    private final List<Runnable> refreshers = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> closeables = new CopyOnWriteArrayList<>();

    /** Starts as many lines, drops and silences as usual are told. */
    public Meters(Disclosure disclosure) {
        this(disclosure, USUAL_LINES);
    }

    /**
     * Starts with no meters but the count of those that were refused. Where arrivals are not told, what moves with them
     * is left out, and so is what others bring (Kafka's clients). Of lines, drops and silences tells {@code most} each.
     */
    public Meters(Disclosure disclosure, int most) {
        this.most = most;
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        if (!disclosure.takesArrivals()) {
            registry.config().meterFilter(MeterFilter.denyUnless(id -> MetersForEverybody.has(id.getName())));
        }
        KafkaMeterFilter kafka = new KafkaMeterFilter();
        registry.config().meterFilter(kafka);
        registry.config().onMeterRemoved(meter -> kafka.forget(meter.getId()));
        MeterNames.METERS_REFUSED.counter(registry, kafka, KafkaMeterFilter::refused);
    }

    /** Exposes what became of the responses, by partition. */
    public void bindTallies(TallySource tallies) {
        refreshers.add(new TallyMeters(registry, tallies)::refresh);
    }

    /**
     * Exposes what the read model holds, each score by its hospital's own date, how fresh it is, and how the reader
     * stands.
     */
    public void bindReadModel(ReadModel model, HospitalDirectory hospitals, Supplier<ReaderStatus> reader) {
        refreshers.add(new FigureMeters(registry, model, hospitals, most)::refresh);
        refreshers.add(new DropMeters(registry, model, hospitals, most)::refresh);
        refreshers.add(new SilenceMeters(registry, model, most)::refresh);
        refreshers.add(new EpisodeMeters(registry, model)::refresh);
        refreshers.add(new LeagueMeters(registry, model)::refresh);
        ReaderMeters.bind(registry, model, reader);
    }

    /** Exposes what alerts say beside figures: where people reach the page, and what things are called. */
    public void bindAlerts(ReadModel model, HospitalDirectory hospitals, Questionnaires questionnaires, URI page) {
        refreshers.add(new AlertMeters(registry, model, hospitals, questionnaires, most)::refresh);
        String address = page.toString();
        MeterNames.PAGE_INFO.gauge(
                registry,
                page,
                each -> 1,
                "url",
                address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }

    /** Counts responses that the intake took. */
    public void intakeAccepted(int responses) {
        MeterNames.INTAKE_RESPONSES.counter(registry).increment(responses);
    }

    /** Counts a request that the intake answered with an HTTP status of a dozen refusals. */
    public void intakeRefused(int status) {
        MeterNames.INTAKE_REFUSED
                .counter(registry, "status", Integer.toString(status))
                .increment();
    }

    /** Counts a comment by what became of it, KEPT or REFUSED. */
    public void comment(String outcome) {
        MeterNames.COMMENTS.counter(registry, "outcome", outcome).increment();
    }

    /** Counts what was taken out of a comment: {@code kind} is one of a dozen. */
    public void takenOut(String kind, int times) {
        MeterNames.COMMENT_IDENTIFIERS.counter(registry, "kind", kind).increment(times);
    }

    /** Exposes what became of actions, from the first scrape on, and returns what counts them. */
    public ActionCounts bindActions() {
        for (ActionKind kind : ActionDesk.KINDS) {
            for (ActionCounts.Outcome outcome : ActionCounts.Outcome.values()) {
                var unused = actions(kind, outcome);
            }
        }
        return (kind, outcome) -> actions(kind, outcome).increment();
    }

    /** Returns what counts an entry of the audit that was lost. */
    public Runnable bindAudit() {
        return MeterNames.AUDIT_LOST.counter(registry)::increment;
    }

    /** Exposes what becomes of what a route of the notifier tells. */
    public void bindRoute(String route, RouteCounts counts) {
        counts.bindTo(registry, route);
    }

    /** Exposes whether comments are counted by theme here, and how many are still to be labelled. */
    public void bindThemes(BooleanSupplier counting, LongSupplier waiting) {
        MeterNames.THEMES_COUNTING.gauge(registry, counting, each -> each.getAsBoolean() ? 1 : 0);
        MeterNames.THEMES_WAITING.gauge(registry, waiting, LongSupplier::getAsLong);
    }

    private Counter actions(ActionKind kind, ActionCounts.Outcome outcome) {
        return MeterNames.ACTIONS.counter(registry, "kind", kind.name(), "outcome", outcome.name());
    }

    /** Exposes the state of the pipeline, 1 for the one that it is in. */
    public void bindPipeline(PipelineStatus pipeline) {
        for (PipelineStatus.State state : PipelineStatus.State.values()) {
            MeterNames.PIPELINE_STATE.gauge(
                    registry, pipeline, each -> each.current().state() == state ? 1 : 0, "state", state.name());
        }
        MeterNames.PIPELINE_READY.gauge(
                registry, pipeline, each -> each.current().ready() ? 1 : 0);
    }

    /** Exposes how many records of the feedback topic the pipeline has still to work on. */
    public void bindPipelineLag(LongSupplier lag) {
        MeterNames.PIPELINE_LAG.gauge(registry, lag, LongSupplier::getAsLong);
    }

    /** Exposes the free space where the data is kept. */
    public void bindDataDirectory(Path directory) {
        MeterNames.DATA_FREE.gauge(registry, directory, each -> each.toFile().getUsableSpace());
    }

    /** Exposes how much heap is kept, and how much may be used, in bytes. */
    public void bindHeap(LongSupplier kept, LongSupplier most) {
        MeterNames.HEAP_KEPT.gauge(registry, kept, LongSupplier::getAsLong);
        MeterNames.HEAP_MOST.gauge(registry, most, LongSupplier::getAsLong);
    }

    /** Exposes for how many seconds a server's certificate is good, and whether a renewed one is of no use. */
    public void bindCertificate(String server, LongSupplier left, BooleanSupplier refused) {
        MeterNames.CERTIFICATE_LEFT.gauge(registry, left, LongSupplier::getAsLong, "server", server);
        MeterNames.CERTIFICATE_REFUSED.gauge(registry, refused, each -> each.getAsBoolean() ? 1 : 0, "server", server);
    }

    /** Exposes how large the state of each step is. */
    public void bindState(StateSource state) {
        refreshers.add(new StateMeters(registry, state)::refresh);
    }

    /** Exposes how many browsers are kept up to date, and from the first scrape on how many are not. */
    public void bindStreamsOpen(IntSupplier open) {
        MeterNames.PAGE_STREAMS.gauge(registry, open, IntSupplier::getAsInt);
        for (String why : TURNED_AWAY) {
            var unused = MeterNames.PAGE_STREAMS_TURNED_AWAY.counter(registry, "why", why);
        }
    }

    /** Counts a browser that is not, or no longer, kept up to date: {@code why} is one of three words. */
    public void streamTurnedAway(String why) {
        MeterNames.PAGE_STREAMS_TURNED_AWAY.counter(registry, "why", why).increment();
    }

    /** Exposes the Java virtual machine and the process. */
    public void bindProcess() {
        closeables.add(ProcessMeters.bind(registry));
    }

    /** Exposes a Kafka Streams application's own metrics, those that {@link KafkaMeterFilter} lets through. */
    public void bindKafka(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        closeables.add(metrics);
        metrics.bindTo(registry);
    }

    /** Exposes a consumer's own metrics, those that {@link KafkaMeterFilter} lets through. */
    public void bindKafka(Consumer<?, ?> consumer) {
        bind(new KafkaClientMetrics(consumer));
    }

    /** Exposes a producer's own metrics, those that {@link KafkaMeterFilter} lets through. */
    public void bindKafka(Producer<?, ?> producer) {
        bind(new KafkaClientMetrics(producer));
    }

    private void bind(KafkaClientMetrics metrics) {
        closeables.add(metrics);
        metrics.bindTo(registry);
    }

    /** Returns all meters as they stand now, in a Prometheus text format that {@code contentType} names. */
    public synchronized String scrape(String contentType) {
        refreshers.forEach(Runnable::run);
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        for (AutoCloseable each : closeables) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("a meter binder does not close", e);
            }
        }
        registry.close();
    }
}

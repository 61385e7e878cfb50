package heed.topology;

import heed.schemas.Action;
import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.Pulse;
import heed.schemas.Restatement;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.Silence;
import heed.schemas.WatchTime;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.FeedbackHeaders;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import heed.topology.admit.AdmitRules;
import heed.topology.episode.EpisodeRules;
import heed.topology.league.LeagueRules;
import heed.topology.ledger.LedgerRules;
import heed.topology.score.ScoreRules;
import heed.topology.silence.SilenceRules;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import heed.topology.watch.WatchRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Drives the whole topology without a broker. */
public final class TopologyFixture implements AutoCloseable {

    public static final PipelineConfig CONFIG = new PipelineConfig(
            new AdmitRules(Duration.ofDays(45), Duration.ofMillis(1), PlaceLimits.NONE),
            new LedgerRules(90),
            new ScoreRules(new Minimums(1, 1), Duration.ofDays(45), Duration.ofHours(1), Window.DAY),
            WatchRules.DEFAULTS,
            WatchTime.GIVEN,
            new SilenceRules(365),
            new LeagueRules(21, Duration.ofSeconds(5)),
            new EpisodeRules(3_650));

    public final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    public final AvroSerdes serdes = new AvroSerdes(registry);
    public final TopologyTestDriver driver;

    private final PipelineTallies tallies = new PipelineTallies();
    private final TestInputTopic<byte[], byte[]> feedback;
    private final TestInputTopic<byte[], byte[]> pulses;
    private final TestInputTopic<byte[], byte[]> actions;
    private final Map<Topic<?>, WrittenTopic<?>> written = new HashMap<>();
    private final TestOutputTopic<byte[], byte[]> rejected;

    public TopologyFixture() {
        this(CONFIG);
    }

    public TopologyFixture(PipelineConfig config) {
        this(config, HospitalDirectory.empty());
    }

    public TopologyFixture(PipelineConfig config, HospitalDirectory directory) {
        this(config, Questionnaires.shipped(), directory);
    }

    public TopologyFixture(PipelineConfig config, Questionnaires questionnaires, HospitalDirectory directory) {
        // As at the start of the application: a schema's id is part of every record's bytes.
        Topics.all().stream()
                .filter(topic -> topic.value() != byte[].class)
                .forEach(topic ->
                        registry.register(topic.subject(), SpecificData.get().getSchema(topic.value())));
        driver = new TopologyTestDriver(
                PipelineTopology.build(config, questionnaires, directory, registry, serdes, tallies, Runnable::run),
                properties(),
                Instant.EPOCH);
        feedback =
                driver.createInputTopic(Topics.FEEDBACK.name(), new ByteArraySerializer(), new ByteArraySerializer());
        pulses = driver.createInputTopic(Topics.PULSE.name(), new ByteArraySerializer(), new ByteArraySerializer());
        actions = driver.createInputTopic(Topics.ACTIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        rejected = driver.createOutputTopic(
                Topics.REJECTED.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public static Topology topology(
            PipelineConfig config,
            HospitalDirectory directory,
            MemorySchemaRegistry registry,
            AvroSerdes serdes,
            PipelineTallies tallies) {
        return PipelineTopology.build(
                config, Questionnaires.shipped(), directory, registry, serdes, tallies, Runnable::run);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "heed-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        // Tests of two checkouts may run at once: one must not delete the other's directory.
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                System.getProperty("java.io.tmpdir") + "/heed-test-"
                        + ProcessHandle.current().pid());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }

    public TopologyFixture receive(ResponseBuilder... responses) {
        Serde<heed.schemas.Feedback> serde = serdes.of(Topics.FEEDBACK);
        for (ResponseBuilder response : responses) {
            receive(
                    response.hospital().getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(Topics.FEEDBACK.name(), response.build()),
                    response.arrivalMs());
        }
        return this;
    }

    /** Receives responses of a history that is brought in: each arrives when it was given. */
    public TopologyFixture backfill(ResponseBuilder... responses) {
        Serde<heed.schemas.Feedback> serde = serdes.of(Topics.FEEDBACK);
        for (ResponseBuilder response : responses) {
            feedback.pipeInput(new TestRecord<>(
                    response.hospital().getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(Topics.FEEDBACK.name(), response.build()),
                    new RecordHeaders(List.of(FeedbackHeaders.backfill())),
                    response.build().getGivenAt()));
        }
        return this;
    }

    public void receive(byte[] key, byte[] value, Instant arrivalMs) {
        feedback.pipeInput(new TestRecord<>(key, value, arrivalMs));
    }

    /** Receives a pulse that says when the next is due. */
    public TopologyFixture pulse(Instant at, Duration every) {
        return pulse(
                serdes.of(Topics.PULSE).serializer().serialize(Topics.PULSE.name(), new Pulse(at, every.toMillis())),
                at);
    }

    public TopologyFixture pulse(byte[] value, Instant at) {
        pulses.pipeInput(new TestRecord<>(null, value, at));
        return this;
    }

    /** Receives an act, keyed by its hospital, at the time that it says. */
    public TopologyFixture act(Action action) {
        return act(
                action.getHospital(),
                serdes.of(Topics.ACTIONS).serializer().serialize(Topics.ACTIONS.name(), action),
                action.getAt());
    }

    public TopologyFixture act(String key, byte[] value, Instant at) {
        actions.pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, at));
        return this;
    }

    /** Lets the wall clock go on until every league has been compared. */
    public TopologyFixture compare() {
        for (int i = 0; i < 100; i++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        return this;
    }

    /** Returns every record of a topic since the last call; not for a topic that {@link #latest} reads too. */
    public <V> List<V> records(Topic<V> topic) {
        return written(topic).records();
    }

    /** Returns the newest record of every key of a topic; a tombstone takes its key out. */
    public <V> Map<String, V> latest(Topic<V> topic) {
        return written(topic).latest();
    }

    public Map<String, byte[]> latestBytes(Topic<?> topic) {
        return written(topic).latestBytes();
    }

    public List<Silence> silences() {
        return records(Topics.SILENCES);
    }

    public List<Restatement> restatements() {
        return records(Topics.RESTATEMENTS);
    }

    public List<byte[]> restatementBytes() {
        return written(Topics.RESTATEMENTS).bytes();
    }

    public Map<String, byte[]> scoreBytes() {
        return latestBytes(Topics.SCORES);
    }

    public Map<String, Score> scores() {
        return latest(Topics.SCORES);
    }

    /** Returns the newest record of every key since the last call. */
    public Map<String, Score> takeScores() {
        return written(Topics.SCORES).takeLatest();
    }

    public Score score(String key) {
        return scores().get(key);
    }

    public List<Drop> drops() {
        return records(Topics.DROPS);
    }

    public List<byte[]> dropBytes() {
        return written(Topics.DROPS).bytes();
    }

    public List<Rise> rises() {
        return records(Topics.RISES);
    }

    public List<byte[]> riseBytes() {
        return written(Topics.RISES).bytes();
    }

    public List<Baseline> baselines() {
        return records(Topics.BASELINES);
    }

    public List<byte[]> baselineBytes() {
        return written(Topics.BASELINES).bytes();
    }

    public List<TestRecord<byte[], byte[]>> rejected() {
        return rejected.readRecordsToList();
    }

    /** Returns the reason header of each rejected record since the last call. */
    public List<String> rejectionReasons() {
        return rejected().stream()
                .map(record -> new String(
                        record.headers().lastHeader(RejectedHeaders.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }

    public PartitionTally tally() {
        return tallies.byPartition().get(0);
    }

    @SuppressWarnings("unchecked") // of one topic always the same
    private <V> WrittenTopic<V> written(Topic<V> topic) {
        return (WrittenTopic<V>) written.computeIfAbsent(topic, read -> new WrittenTopic<>(read, driver, serdes));
    }

    @Override
    public void close() {
        driver.close();
    }
}

package heed.topology;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.RiseSentences;
import heed.schemas.sentence.SilenceSentences;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import heed.topology.admit.AdmitProcessor;
import heed.topology.admit.CompiledQuestionnaires;
import heed.topology.admit.ResponseReader;
import heed.topology.channel.ChannelProcessor;
import heed.topology.league.LeagueMeasures;
import heed.topology.league.LeagueProcessor;
import heed.topology.ledger.LedgerProcessor;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.score.ScoreProcessor;
import heed.topology.silence.SilenceProcessor;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import heed.topology.watch.ActProcessor;
import heed.topology.watch.WatchProcessor;
import heed.topology.watch.WatchTimes;
import java.util.concurrent.Executor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The pipeline, step by step: feedback in; scores, drops, rises and rejected records out.
 *
 * <p>A response is keyed by its hospital from the start, so nothing is repartitioned: one task does all steps for its
 * hospitals, in order. Only the league needs all hospitals of a month together: their months go through a topic of their
 * own, partitioned by questionnaire and month, to a task of their own.
 */
public final class PipelineTopology {

    private static final String FEEDBACK = "feedback-source";
    private static final String ADMIT = "admit-feedback";
    private static final String LEDGER = "ledger-responses";
    private static final String SCORE = "score-panes";
    private static final String CHANNEL = "channel-days";
    private static final String WATCH = "watch-measures";
    private static final String ACTIONS_SOURCE = "actions-source";
    private static final String ACT = "act-admit";
    private static final String PULSE_SOURCE = "pulse-source";
    private static final String SILENCE = "silence-rhythms";
    private static final String MONTHS_SOURCE = "months-source";
    private static final String LEAGUE = "league-compare";
    private static final String REJECTED = "rejected-sink";
    private static final String SCORES = "scores-sink";
    private static final String CHANNELS = "channels-sink";
    private static final String DROPS = "drops-sink";
    private static final String RISES = "rises-sink";
    private static final String SILENCES = "silences-sink";
    private static final String RESTATEMENTS = "restatements-sink";
    private static final String MONTHS = "months-sink";
    private static final String LEAGUE_ROWS = "league-sink";
    private static final String NATIONAL = "national-sink";
    private static final String STANDINGS = "standings-sink";
    private static final String REJECTED_MONTHS = "rejected-months-sink";
    private static final String TALLY_STORE = "admit-tally";
    private static final String LEDGER_STORE = "ledger-entries";
    private static final String SCORE_STORE = "score-rows";
    private static final String CHANNEL_STORE = "channel-days";
    private static final String WATCH_STORE = "watch-keys";
    private static final String SILENCE_STORE = "silence-rhythms";
    private static final String LEAGUE_STORE = "league-months";

    private PipelineTopology() {}

    /**
     * Builds the topology.
     *
     * @param tallies shows what becomes of the records of each partition
     * @param comparer runs what takes long, the comparing of hospitals, away from the stream's threads
     */
    public static Topology build(
            PipelineConfig config,
            Questionnaires questionnaires,
            HospitalDirectory directory,
            SchemaRegistry registry,
            TopicSerdes serdes,
            PipelineTallies tallies,
            Executor comparer) {
        MeasureCatalogue catalogue = new MeasureCatalogue(questionnaires);
        CompiledQuestionnaires compiled = new CompiledQuestionnaires(questionnaires, catalogue);
        AdmitProcessor.Names admit = new AdmitProcessor.Names(TALLY_STORE, LEDGER, REJECTED);
        LedgerProcessor.Names ledger =
                new LedgerProcessor.Names(LEDGER_STORE, TALLY_STORE, SCORE, CHANNEL, SILENCE, REJECTED);
        ChannelProcessor.Names channel = new ChannelProcessor.Names(CHANNEL_STORE, LEDGER_STORE, CHANNELS);
        ScoreProcessor.Names score = new ScoreProcessor.Names(SCORE_STORE, WATCH, SCORES, MONTHS, RESTATEMENTS);
        LeagueProcessor.Names league =
                new LeagueProcessor.Names(LEAGUE_STORE, LEAGUE_ROWS, NATIONAL, STANDINGS, REJECTED_MONTHS);
        SilenceProcessor.Names silence = new SilenceProcessor.Names(SILENCE_STORE, SILENCES, REJECTED);
        WatchProcessor.Names watch = new WatchProcessor.Names(WATCH_STORE, DROPS, RISES);
        ActProcessor.Names act = new ActProcessor.Names(WATCH_STORE, REJECTED);
        DropSentences sentences = new DropSentences(directory, questionnaires);
        RiseSentences riseSentences = new RiseSentences(directory, questionnaires);
        WatchTimes times = new WatchTimes(directory, config.watchTime());
        LeagueMeasures measures = new LeagueMeasures(questionnaires);

        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                FEEDBACK,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.FEEDBACK.name());
        topology.addProcessor(
                ADMIT,
                () -> new AdmitProcessor(
                        admit,
                        config.admit(),
                        registry,
                        new ResponseReader(new Places(directory), compiled, config.admit()),
                        tallies),
                FEEDBACK);
        topology.addProcessor(LEDGER, () -> new LedgerProcessor(ledger), ADMIT);
        topology.addProcessor(SCORE, () -> new ScoreProcessor(score, config.score()), LEDGER);
        topology.addProcessor(
                CHANNEL, () -> new ChannelProcessor(channel, config.score(), new Places(directory)), LEDGER);
        topology.addProcessor(WATCH, () -> new WatchProcessor(watch, times, sentences, riseSentences), SCORE);

        topology.addSource(
                AutoOffsetReset.earliest(),
                PULSE_SOURCE,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.PULSE.name());
        topology.addProcessor(
                SILENCE,
                () -> new SilenceProcessor(
                        silence,
                        config.silence(),
                        serdes.of(Topics.PULSE).deserializer(),
                        new SilenceSentences(directory)),
                LEDGER,
                PULSE_SOURCE);

        topology.addSource(
                AutoOffsetReset.earliest(),
                ACTIONS_SOURCE,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ACTIONS.name());
        topology.addProcessor(
                ACT, () -> new ActProcessor(act, serdes.of(Topics.ACTIONS).deserializer()), ACTIONS_SOURCE);

        topology.addStateStore(new WriteBehindStoreBuilder<>(TALLY_STORE, PartitionTally::new), ADMIT, LEDGER);
        topology.addStateStore(LedgerProcessor.store(LEDGER_STORE, config.ledger(), catalogue), LEDGER, CHANNEL);
        topology.addStateStore(
                ScoreProcessor.store(SCORE_STORE, config.score(), () -> new Places(directory), catalogue), SCORE);
        topology.addStateStore(
                ChannelProcessor.store(CHANNEL_STORE, config.score(), () -> new Places(directory), catalogue), CHANNEL);
        topology.addStateStore(
                WatchProcessor.store(WATCH_STORE, config.watch(), () -> new Places(directory), catalogue), WATCH, ACT);
        topology.addStateStore(SilenceProcessor.store(SILENCE_STORE, () -> new Places(directory)), SILENCE);

        topology.addSink(
                REJECTED,
                Topics.REJECTED.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                ADMIT,
                LEDGER,
                SILENCE,
                ACT);
        addSink(topology, SCORES, Topics.SCORES, serdes, SCORE);
        addSink(topology, CHANNELS, Topics.CHANNELS, serdes, CHANNEL);
        addSink(topology, RESTATEMENTS, Topics.RESTATEMENTS, serdes, SCORE);
        addSink(topology, DROPS, Topics.DROPS, serdes, WATCH);
        addSink(topology, RISES, Topics.RISES, serdes, WATCH);
        addSink(topology, SILENCES, Topics.SILENCES, serdes, SILENCE);
        topology.addSink(
                MONTHS,
                Topics.MONTHS.name(),
                new StringSerializer(),
                serdes.of(Topics.MONTHS).serializer(),
                new ByLeague(),
                SCORE);

        topology.addSource(
                AutoOffsetReset.earliest(),
                MONTHS_SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.MONTHS.name());
        topology.addProcessor(
                LEAGUE,
                () -> new LeagueProcessor(
                        league, config.league(), serdes.of(Topics.MONTHS).deserializer(), measures, comparer),
                MONTHS_SOURCE);
        topology.addStateStore(LeagueProcessor.store(LEAGUE_STORE), LEAGUE);
        addSink(topology, LEAGUE_ROWS, Topics.LEAGUE, serdes, LEAGUE);
        addSink(topology, NATIONAL, Topics.NATIONAL, serdes, LEAGUE);
        addSink(topology, STANDINGS, Topics.STANDINGS, serdes, LEAGUE);
        topology.addSink(
                REJECTED_MONTHS, Topics.REJECTED.name(), new ByteArraySerializer(), new ByteArraySerializer(), LEAGUE);
        return topology;
    }

    private static <V> void addSink(Topology topology, String name, Topic<V> topic, TopicSerdes serdes, String parent) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), serdes.of(topic).serializer(), parent);
    }
}

package heed.topology;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.admit.AdmitStep;
import heed.topology.channel.ChannelStep;
import heed.topology.episode.EpisodeTopology;
import heed.topology.league.LeagueTopology;
import heed.topology.ledger.LedgerStep;
import heed.topology.movement.MovementTopology;
import heed.topology.response.MeasureCatalogue;
import heed.topology.score.ScoreStep;
import heed.topology.silence.SilenceStep;
import heed.topology.step.Assembly;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import heed.topology.watch.WatchStep;
import heed.topology.watch.WatchTimes;
import java.util.concurrent.Executor;
import org.apache.kafka.streams.Topology;

/**
 * The pipeline, step by step: feedback in; scores, drops, rises and rejected records out.
 *
 * <p>A response is keyed by its hospital from the start, so nothing is repartitioned: one task does all steps for its
 * hospitals, in order. Only what takes all hospitals together (league, movements, episodes) is topologies of its own.
 */
public final class PipelineTopology {

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
        Assembly assembly = new Assembly(serdes);
        var feedback = assembly.read("feedback-source", Topics.FEEDBACK);
        var pulses = assembly.read("pulse-source", Topics.PULSE);
        var actions = assembly.read("actions-source", Topics.ACTIONS);
        var catalogue = new MeasureCatalogue(questionnaires);
        var tally = PartitionTally.store();
        var admit = assembly.add(
                new AdmitStep(config.admit(), registry, directory, questionnaires, catalogue, tally, tallies),
                feedback);
        var ledger = assembly.add(new LedgerStep(config.ledger(), catalogue, tally), admit.admitted());
        var changes = ledger.changes();
        assembly.add(new ScoreStep(config.score(), directory, catalogue, LeagueTopology.months(), serdes), changes);
        assembly.add(new ChannelStep(config.score(), directory, catalogue, MovementTopology.days()), changes);
        assembly.add(new SilenceStep(config.silence(), directory, serdes), changes, pulses);
        var times = new WatchTimes(directory, config.watchTime());
        var watch = assembly.add(
                new WatchStep(config.watch(), times, directory, questionnaires, catalogue, EpisodeTopology.flags()),
                changes);
        assembly.add(watch.acts(serdes), actions);
        LeagueTopology.addTo(assembly, config.league(), questionnaires, serdes, comparer);
        MovementTopology.addTo(assembly, config.league().minimum(), serdes);
        EpisodeTopology.addTo(assembly, config.episode(), questionnaires, serdes);
        return assembly.topology();
    }
}

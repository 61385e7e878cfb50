package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.EpisodeSentences;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Assembly;
import heed.topology.step.Outlet;

/**
 * Finds episodes in a topology of its own, as the league is one: hospitals' alarms go through a topic, partitioned by
 * questionnaire, to a task of their own.
 */
public final class EpisodeTopology {

    private EpisodeTopology() {}

    /** Makes the way there, for alarms of whole hospitals and for when they began to be watched. */
    public static Outlet<String, Flag> flags() {
        return Outlet.gathered("flags-sink", Topics.FLAGS, (key, flag) -> MeasureName.parse(flag.getMeasure())
                .questionnaire());
    }

    /** Adds the step to an assembly; {@code questionnaires} know what measures are called. */
    public static void addTo(Assembly assembly, EpisodeRules rules, Questionnaires questionnaires, TopicSerdes serdes) {
        assembly.add(
                new EpisodeStep(rules, new EpisodeSentences(questionnaires), serdes),
                assembly.read("flags-source", Topics.FLAGS));
    }
}

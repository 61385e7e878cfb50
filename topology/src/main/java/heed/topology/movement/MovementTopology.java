package heed.topology.movement;

import heed.schemas.ChannelDay;
import heed.schemas.key.ChannelKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Assembly;
import heed.topology.step.Outlet;

/**
 * Finds what all hospitals do together in a topology of its own, as the league is one: their days go through a topic,
 * partitioned by questionnaire, to a task of their own.
 */
public final class MovementTopology {

    private MovementTopology() {}

    /** Makes the way there, for days of whole hospitals. */
    public static Outlet<String, ChannelDay> days() {
        return Outlet.gathered(
                "days-sink", Topics.DAYS, (key, day) -> ChannelKey.parse(key).questionnaire());
    }

    /**
     * Adds the step to an assembly; {@code minimum} is the fewest answers of a week that a hospital is compared with.
     */
    public static void addTo(Assembly assembly, int minimum, TopicSerdes serdes) {
        assembly.add(new MovementStep(minimum, serdes), assembly.read("days-source", Topics.DAYS));
    }
}

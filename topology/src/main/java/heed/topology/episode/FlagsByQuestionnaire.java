package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.key.MeasureName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Brings all hospitals' alarms in the measures of one questionnaire together in one partition. */
final class FlagsByQuestionnaire implements StreamPartitioner<String, Flag> {

    /** Deprecated by Kafka 4.4 and still its only abstract method, as for the league. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, Flag flag, int partitions) {
        byte[] questionnaire =
                MeasureName.parse(flag.getMeasure()).questionnaire().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(questionnaire)) % partitions));
    }
}

package heed.topology.movement;

import heed.schemas.ChannelDay;
import heed.schemas.key.ChannelKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Brings all hospitals' days of one questionnaire together in one partition. */
final class ByQuestionnaire implements StreamPartitioner<String, ChannelDay> {

    /** Deprecated by Kafka 4.4 and still its only abstract method, as for the league. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, ChannelDay day, int partitions) {
        byte[] questionnaire = ChannelKey.parse(key).questionnaire().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(questionnaire)) % partitions));
    }
}

package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.key.LeagueKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Brings all hospitals' months of one questionnaire together in one partition, in all of its measures. */
final class ByLeague implements StreamPartitioner<String, Score> {

    /** Kafka 4.4 deprecates this method for one with headers, and still leaves it the only abstract one: until 5.0 it has to be here. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, Score score, int partitions) {
        LeagueKey month = LeagueKey.parse(key);
        String questionnaire = month.compared().substring(0, month.compared().lastIndexOf('.'));
        byte[] league = (questionnaire + '|' + month.month()).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(league)) % partitions));
    }
}

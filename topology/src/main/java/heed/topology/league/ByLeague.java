package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Brings all hospitals' months of one questionnaire together in one partition, in all of its measures. */
final class ByLeague implements StreamPartitioner<String, Score> {

    /**
     * Kafka 4.4 deprecates this method for one with headers, and still leaves it the only abstract one: until 5.0 it
     * has to be here.
     */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, Score score, int partitions) {
        ComparisonKey measured = LeagueKey.parse(key).comparison();
        String questionnaire = MeasureName.parse(measured.compared()).questionnaire();
        byte[] league =
                new ComparisonKey(questionnaire, measured.month()).text().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(league)) % partitions));
    }
}

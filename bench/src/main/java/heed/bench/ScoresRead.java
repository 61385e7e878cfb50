package heed.bench;

import heed.schemas.Score;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The scores that a run has said: the newest record of each key counts.
 *
 * @param records records written, superseded ones included
 * @param rows keys
 * @param finals rows whose newest record is final
 * @param totals the newest records added up
 */
record ScoresRead(long records, int rows, long finals, Totals totals) {

    static ScoresRead since(Map<TopicPartition, Long> begin, BenchReader scores, AvroSerdes serdes) {
        Deserializer<Score> deserializer = serdes.of(Topics.SCORES).deserializer();
        Map<String, Row> rows = new HashMap<>();
        long records = scores.read(begin, record -> {
            Score score = deserializer.deserialize(Topics.SCORES.name(), record.value());
            rows.put(record.key(), new Row(score.getN(), score.getSum(), score.getFinal$()));
        });
        Totals totals = new Totals();
        rows.forEach((key, row) -> totals.add(Totals.hash(key), row.n(), row.sum()));
        long finals = rows.values().stream().filter(Row::isFinal).count();
        return new ScoresRead(records, rows.size(), finals, totals);
    }

    @Override
    public String toString() {
        return "%,d score records for %,d rows (%,d final), totals as recounted".formatted(records, rows, finals);
    }

    private record Row(long n, long sum, boolean isFinal) {}
}

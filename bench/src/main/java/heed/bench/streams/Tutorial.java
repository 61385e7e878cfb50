package heed.bench.streams;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantSettings;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Enters scores as a tutorial of Kafka Streams writes them: a store of all that was seen, a record for each row that a
 * response changes, grouped by row and added up in a table, with a cache of 64 MB.
 *
 * <p>Flattered: rows are never said to be final, have no sums over days, and nothing is forgotten.
 */
public final class Tutorial {

    private static final String SEEN = "tutorial-seen";
    private static final long CACHE_BYTES = 64L << 20;

    private Tutorial() {}

    /** Makes it ready. */
    public static Entrant of(EntrantSettings settings) {
        AvroSerdes serdes = new AvroSerdes(settings.registry());
        Serde<Feedback> responses = serdes.of(Topics.FEEDBACK);
        Serde<Score> scores = serdes.of(Topics.SCORES);
        TutorialRows rows = new TutorialRows(settings.survey(), settings.minimums(), settings.unitsFrom());
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SEEN), Serdes.String(), responses));
        builder.stream(
                        Topics.FEEDBACK.name(),
                        Consumed.with(Serdes.String(), responses).withName("tutorial-source"))
                .processValues(() -> new SeenProcessor(SEEN), Named.as("tutorial-new"), SEEN)
                .flatMap((hospital, replaced) -> rows.changes(replaced), Named.as("tutorial-rows"))
                .groupByKey(Grouped.with("tutorial-row", Serdes.String(), Sums.serde()))
                .aggregate(
                        () -> Sums.NONE,
                        (key, change, sums) -> sums.plus(change),
                        Named.as("tutorial-add"),
                        Materialized.<String, Sums>as(Stores.persistentKeyValueStore("tutorial-sums"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Sums.serde()))
                .toStream(Named.as("tutorial-changed"))
                .mapValues(rows::score, Named.as("tutorial-score"))
                .to(Topics.SCORES.name(), Produced.with(Serdes.String(), scores).withName("tutorial-sink"));
        Properties streams = new Properties();
        streams.putAll(settings.streams());
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        return new StreamsEntrant(builder.build(), streams, () -> {});
    }
}

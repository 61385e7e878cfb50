package heed.app.access;

import heed.connectors.KafkaRowWriter;
import heed.monitoring.access.KeyStore;
import heed.schemas.ProgramKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys of programs as a command finds and changes them: it waits until the brokers have what it writes. */
public final class Keys implements AutoCloseable {

    private final Map<String, ProgramKey> known;
    private final KafkaRowWriter<ProgramKey> writer;

    /** Takes which keys there are, and connects to the brokers that {@code client} names. */
    public Keys(Map<String, ProgramKey> known, Map<String, ?> client, TopicSerdes serdes) {
        this.known = new HashMap<>(known);
        this.writer = KafkaRowWriter.connect(
                Topics.KEYS, client, serdes.of(Topics.KEYS).serializer());
    }

    /** Returns all keys that there have been. */
    public Collection<ProgramKey> all() {
        return List.copyOf(known.values());
    }

    /** Returns where one act is done to them, which is noted as {@code act} says: there is no other way to write. */
    public KeyStore noting(Function<ProgramKey, NotedAct> act) {
        return new KeyStore() {

            @Override
            public Collection<ProgramKey> all() {
                return Keys.this.all();
            }

            @Override
            public void write(ProgramKey key) throws InterruptedException {
                act.apply(key).run(() -> Acknowledged.await("writing the key", writer.put(key.getKeyId(), key)));
                known.put(key.getKeyId(), key);
            }
        };
    }

    @Override
    public void close() {
        writer.close();
    }
}

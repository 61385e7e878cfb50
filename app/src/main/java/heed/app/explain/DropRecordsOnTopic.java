package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Topics;
import heed.schemas.serde.TopicSerdes;
import java.util.List;

/** Reads every drop that the topic still has a committed record of, older ones of a key too; the newest record of each. */
public final class DropRecordsOnTopic implements AutoCloseable {

    private final RecordsOnTopic<Drop> records;

    /** Connects to the brokers. */
    public DropRecordsOnTopic(String bootstrap, TopicSerdes serdes) {
        this.records = new RecordsOnTopic<>(Topics.DROPS, Drop::getDropId, bootstrap, serdes);
    }

    /** Returns the drops in the order in which they are first found. A record that can't be read is none of ours. */
    public List<Drop> read() {
        return records.read().stream()
                .filter(drop -> drop.getPhase() != DropPhase.LEARNED)
                .toList();
    }

    @Override
    public void close() {
        records.close();
    }
}

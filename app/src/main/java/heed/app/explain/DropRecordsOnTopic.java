package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.reader.CommittedValues;
import java.util.List;

/**
 * Reads every drop that the topic still has a committed record of, older ones of a key too; the newest record of each.
 */
public final class DropRecordsOnTopic {

    private final CommittedValues<Drop> values;

    public DropRecordsOnTopic(CommittedValues<Drop> values) {
        this.values = values;
    }

    /** Returns the drops in the order in which they are first found. A record that can't be read is none of ours. */
    public List<Drop> read() {
        return values.newestBy(Drop::getDropId).stream()
                .filter(drop -> drop.getPhase() != DropPhase.LEARNED)
                .toList();
    }
}

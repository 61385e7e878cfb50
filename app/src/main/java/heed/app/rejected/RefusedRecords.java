package heed.app.rejected;

import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the rejected topic up to what is the newest at the call. */
public final class RefusedRecords {

    private final Map<String, ?> client;

    /** Takes what connects to the brokers. */
    public RefusedRecords(Map<String, ?> client) {
        this.client = client;
    }

    /** Hands over the records that are meant, in the order of each partition. */
    public void forEach(RefusedFilter filter, Consumer<Refused> each) {
        try (var records = new CommittedRecords(CommittedConsumers.of(client).get(), List.of(Topics.REJECTED))) {
            records.seekToBeginning();
            records.readTo(records.ends(), record -> {
                Refused refused = Refused.of(record);
                if (filter.takes(refused)) {
                    each.accept(refused);
                }
            });
        }
    }
}

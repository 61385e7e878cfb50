package heed.app.rebaseline;

import heed.connectors.KafkaActionWriter;
import heed.schemas.Action;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** Writes acts of people for a command, which waits until the brokers have them. */
public final class AwaitedActionWriter implements AutoCloseable {

    private final KafkaActionWriter writer;

    /** Connects to the brokers. */
    public AwaitedActionWriter(Map<String, ?> client, TopicSerdes serdes) {
        this.writer =
                KafkaActionWriter.connect(client, serdes.of(Topics.ACTIONS).serializer());
    }

    /**
     * Writes an act and waits until the brokers have it.
     *
     * @throws IllegalStateException where they are not known to have taken it
     */
    public void write(Action action) throws InterruptedException {
        try {
            writer.write(action).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "writing the act: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}

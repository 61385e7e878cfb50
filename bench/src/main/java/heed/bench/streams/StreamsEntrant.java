package heed.bench.streams;

import heed.bench.entrant.Entrant;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** Runs a topology of Kafka Streams as a contender. */
public final class StreamsEntrant implements Entrant {

    private final KafkaStreams streams;
    private final AutoCloseable beside;
    private volatile @Nullable Throwable failure;

    /** Runs {@code topology} with {@code settings}; {@code beside} is closed after it. */
    public StreamsEntrant(Topology topology, Properties settings, AutoCloseable beside) {
        this.beside = beside;
        streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(e -> {
            failure = e;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public void check() {
        if (failure != null || streams.state() == KafkaStreams.State.ERROR) {
            throw new IllegalStateException("the topology failed", failure);
        }
    }

    @Override
    public void close() {
        streams.close();
        try {
            beside.close();
        } catch (Exception e) {
            throw new IllegalStateException("what the topology worked with could not be closed", e);
        }
    }
}

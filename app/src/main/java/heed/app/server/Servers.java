package heed.app.server;

import java.net.URI;

/** The Kafka cluster and the schema registry that the application works with. */
public interface Servers extends AutoCloseable {

    /** Returns the brokers' addresses, for {@code bootstrap.servers}. */
    String bootstrap();

    /** Returns the schema registry's address, the part before {@code /subjects}. */
    URI registryUrl();

    /** Stops what was started for this application, and nothing else. */
    @Override
    void close();
}

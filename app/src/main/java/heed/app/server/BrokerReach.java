package heed.app.server;

import heed.app.doctor.KafkaRefusal;
import heed.app.settings.ClientSecurity;
import heed.app.settings.Component;
import heed.schemas.registry.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until Kafka answers, and says that it waits.
 *
 * <p>Brokers and Heed may be started together; but a wrong address must not leave a user before a silent screen.
 */
final class BrokerReach {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerReach.class);
    private static final int TRY_MS = 3_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Duration within;
    private final Clock clock;

    BrokerReach(Duration within, Clock clock) {
        this.within = within;
        this.clock = clock;
    }

    /**
     * Returns a client of the brokers once they answer.
     *
     * @throws StartException where they did not answer in time, or would not have this client: that does not pass
     */
    Admin await(String bootstrap, Component component, ClientSecurity security) throws InterruptedException {
        Instant deadline = clock.instant().plus(within);
        Backoff backoff = new Backoff(FIRST_PAUSE);
        while (true) {
            try {
                return answering(security.client(bootstrap));
            } catch (ExecutionException | KafkaException e) {
                Optional<String> refused = KafkaRefusal.words(e, component);
                if (refused.isPresent()) {
                    throw new StartException("Kafka at " + bootstrap + ": " + refused.get(), e);
                }
                Optional<String> tokens = KafkaRefusal.untilTokens(e, component);
                String reason = tokens.orElseGet(() -> (e.getCause() == null ? e : e.getCause()).getMessage());
                Duration pause = backoff.next();
                if (clock.instant().plus(pause).isAfter(deadline)) {
                    if (tokens.isPresent()) {
                        throw new StartException(
                                "Kafka at " + bootstrap + " could not be asked within " + within.toSeconds() + " s: "
                                        + tokens.get(),
                                e);
                    }
                    throw new StartException(
                            "Kafka at " + bootstrap + " did not answer within " + within.toSeconds() + " s (" + reason
                                    + "). Start it, or set bootstrap to where it is; where it wants TLS, set"
                                    + " kafka.security.protocol.",
                            e);
                }
                LOG.warn(
                        "Waiting for Kafka at {} retry_in={} give_up_at={} reason={}",
                        bootstrap,
                        pause,
                        deadline,
                        reason);
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private static Admin answering(Map<String, Object> connection) throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(client(connection));
        try {
            admin.describeCluster().clusterId().get();
            return admin;
        } catch (ExecutionException | InterruptedException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    private static Map<String, Object> client(Map<String, Object> connection) {
        Map<String, Object> client = new HashMap<>(connection);
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TRY_MS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TRY_MS * 5);
        return client;
    }
}

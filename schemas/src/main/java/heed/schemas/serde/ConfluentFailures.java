package heed.schemas.serde;

import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.rejected.RejectionReason;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/**
 * Says in our terms why Confluent's deserializer failed. It throws the same {@code SerializationException} for bytes
 * that are no record and for a registry that is away: the first must be filed, the second waited for, since the record
 * may well be good.
 */
final class ConfluentFailures {

    private static final String REGISTRY_ANSWERED = "RestClientException";
    private static final String NOT_FOUND = "error code: 404";

    private final String registry;

    ConfluentFailures(String registry) {
        this.registry = registry;
    }

    /** Returns what to throw instead: the same where it is a fact about the bytes that has no better name. */
    RuntimeException inOurTerms(KafkaException failure) {
        for (Throwable cause : chain(failure)) {
            if (isOfTheRegistry(cause)) {
                String message = String.valueOf(cause.getMessage());
                return message.contains(NOT_FOUND)
                        ? new UnreadableRecordException(RejectionReason.UNKNOWN_SCHEMA, message, failure)
                        : new RegistryUnavailableException(registry, message, failure);
            }
        }
        return failure;
    }

    /** The registry's client is not compiled against, so its exception is known by its name. */
    private static boolean isOfTheRegistry(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof InterruptedIOException
                || cause instanceof SSLException
                || cause instanceof InvalidConfigurationException
                || cause.getClass().getSimpleName().equals(REGISTRY_ANSWERED);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = failure; at != null && !chain.contains(at); at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }
}

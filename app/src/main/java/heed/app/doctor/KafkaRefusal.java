package heed.app.doctor;

import heed.app.settings.Component;
import heed.app.settings.NoTokenException;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence why Kafka would not have a client, or would not let it, and what to do. None of it passes by
 * itself: whoever waits for it to waits for ever.
 */
public final class KafkaRefusal {

    private KafkaRefusal() {}

    /** Returns the sentence, or nothing where {@code failure} is of another kind. */
    public static Optional<String> words(Throwable failure, Component component) {
        return NoTokenException.refusal(failure)
                .map(why -> "no token for the " + component.text() + ": " + why
                        + ". Mend kafka.sasl.oauthbearer.client.credentials.client.id and the secret beside it, or the"
                        + " file that kafka." + component.text()
                        + ".file names, or kafka.sasl.oauthbearer.token.endpoint.url.")
                .or(() -> ofKafka(failure, component));
    }

    /** Returns the sentence for tokens that are not to be had now, which may pass by itself. */
    public static Optional<String> untilTokens(Throwable failure, Component component) {
        return NoTokenException.silence(failure)
                .map(
                        why -> "no token for the " + component.text() + ": " + why
                                + ". Start what gives tokens, or set kafka.sasl.oauthbearer.token.endpoint.url to where it is.");
    }

    private static Optional<String> ofKafka(Throwable failure, Component component) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SslAuthenticationException) {
                return Optional.of(tls(deepest(each), component));
            }
            if (each instanceof AuthenticationException) {
                return Optional.of("the " + component.text() + " is not let in: " + stopped(each.getMessage())
                        + ". Mend its name and password, kafka.sasl.jaas.config and kafka.sasl.mechanism, or the file"
                        + " that kafka." + component.text() + ".file names.");
            }
            if (each instanceof AuthorizationException) {
                return Optional.of("the " + component.text() + " may not do that: " + stopped(each.getMessage())
                        + ". `heed doctor` says what it lacks; `heed acls --print`, how to give it that.");
            }
        }
        return Optional.empty();
    }

    private static String tls(Throwable deepest, Component component) {
        String why = String.valueOf(deepest.getMessage());
        if (why.startsWith("Received fatal alert")) {
            return "the " + component.text() + " is not let in: " + why
                    + ". Brokers that ask for a client's certificate take one that they trust: name it by"
                    + " kafka.ssl.keystore.location, or in the file that kafka." + component.text() + ".file names.";
        }
        return "its certificate is not trusted by the " + component.text() + ": " + stopped(why)
                + ". Name what it is signed by in kafka.ssl.truststore.location, with the type PEM or JKS, and the"
                + " brokers by the host names that their certificates have.";
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String stopped(@Nullable String sentence) {
        return String.valueOf(sentence).strip().replaceAll("\\.$", "");
    }
}

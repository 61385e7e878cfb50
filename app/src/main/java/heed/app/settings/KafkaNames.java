package heed.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/**
 * Lists which of Kafka's own settings say how its clients are secured, under Kafka's own names: all that Heed takes.
 * None of them names a class to load.
 */
final class KafkaNames {

    static final String OAUTHBEARER = "OAUTHBEARER";

    private static final Set<String> SECRETS = Set.of(
            SaslConfigs.SASL_JAAS_CONFIG,
            SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET,
            SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
            SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
            SslConfigs.SSL_KEYSTORE_KEY_CONFIG,
            SslConfigs.SSL_KEY_PASSWORD_CONFIG);

    /** Without a user: a name and a password have settings of their own. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/@\\s]+(/[^@\\s]*)?");

    private static final Map<String, String> DOCS = docs();

    private KafkaNames() {}

    private static Map<String, String> docs() {
        Map<String, String> docs = new LinkedHashMap<>();
        docs.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "How brokers are spoken to; empty is PLAINTEXT");
        docs.put(SaslConfigs.SASL_MECHANISM, "How a client shows who it is, with SASL");
        docs.put(SaslConfigs.SASL_JAAS_CONFIG, "Name and password, as Kafka's login module takes them; a secret");
        docs.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, "Where tokens are asked for, with OAUTHBEARER alone");
        docs.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, "Who asks for them");
        docs.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, "By which secret; a secret");
        docs.put(SaslConfigs.SASL_OAUTHBEARER_SCOPE, "For which scope");
        docs.put(
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "Form of the certificates that are trusted; PEM, or empty for JKS");
        docs.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, "Their file; empty trusts what Java trusts");
        docs.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, "Its password; a secret");
        docs.put(
                SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, "The certificates themselves as PEM, instead of a file");
        docs.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "Form of the client's own key; PEM, or empty for JKS");
        docs.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, "Its file, where brokers ask for a client's certificate");
        docs.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, "Its password; a secret");
        docs.put(
                SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, "The client's certificate as PEM, instead of a file");
        docs.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, "Its key as PEM; a secret");
        docs.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, "The password of the key; a secret");
        docs.put(SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG, "Versions of TLS; empty is TLSv1.2 and TLSv1.3");
        docs.put(SslConfigs.SSL_CIPHER_SUITES_CONFIG, "Cipher suites; empty is what Java allows");
        return docs;
    }

    /** Returns all of them, in the order in which they are explained. */
    static List<String> all() {
        return List.copyOf(DOCS.keySet());
    }

    static String doc(String name) {
        return String.valueOf(DOCS.get(name));
    }

    /** Tells whether a value must never be shown. */
    static boolean isSecret(String name) {
        return SECRETS.contains(name);
    }

    static ValueType<Optional<String>> type(String name) {
        return switch (name) {
            case CommonClientConfigs.SECURITY_PROTOCOL_CONFIG ->
                oneOf("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
            case SaslConfigs.SASL_MECHANISM -> oneOf("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN", OAUTHBEARER);
            case SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL -> address();
            default -> ValueTypes.optionalText();
        };
    }

    private static ValueType<Optional<String>> oneOf(String... names) {
        return optional("one of " + String.join(", ", names), List.of(names)::contains);
    }

    private static ValueType<Optional<String>> address() {
        return optional(
                "an https:// or http:// address", text -> ADDRESS.matcher(text).matches());
    }

    private static ValueType<Optional<String>> optional(String allowed, Predicate<String> allows) {
        return ValueTypes.of(allowed + ", or empty", text -> {
            Optional<String> given = Optional.of(text.strip()).filter(each -> !each.isEmpty());
            if (given.isPresent() && !allows.test(given.get())) {
                throw new IllegalArgumentException();
            }
            return given;
        });
    }
}

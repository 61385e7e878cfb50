package heed.app.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/** How the clients of one component are secured. It shows no secret, whoever prints it. */
public record ClientSecurity(Map<String, String> given) {

    /** Secures nothing: what speaks to a broker on loopback. */
    public static final ClientSecurity NONE = new ClientSecurity(Map.of());

    private static final Pattern USER = Pattern.compile("\\busername\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    public ClientSecurity {
        given = Map.copyOf(given);
    }

    /** Returns what a client of the brokers at {@code bootstrap} is told, for it to add its own to. */
    public Map<String, Object> client(String bootstrap) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        if (KafkaNames.OAUTHBEARER.equals(given.get(SaslConfigs.SASL_MECHANISM))) {
            // Kafka's default makes up a token itself, signed by nobody.
            settings.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, TokenLogin.class.getName());
            settings.putIfAbsent(SaslConfigs.SASL_JAAS_CONFIG, OAuthBearerLoginModule.class.getName() + " required;");
        }
        return settings;
    }

    /** Returns whom Kafka takes the clients for, where they show a name and not a certificate or a token. */
    public Optional<String> principal() {
        Matcher user = USER.matcher(given.getOrDefault(SaslConfigs.SASL_JAAS_CONFIG, ""));
        return user.find()
                ? Optional.of("User:" + (user.group(1) == null ? user.group(2) : user.group(1)))
                : Optional.empty();
    }

    /** Returns where tokens are asked for. */
    public Optional<String> tokenEndpoint() {
        return Optional.ofNullable(given.get(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL));
    }

    @Override
    public String toString() {
        return given.isEmpty()
                ? "PLAINTEXT, as nobody in particular"
                : new TreeMap<>(given)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + ServerAccess.shown(ServerAccess.KAFKA + each.getKey(), each.getValue()))
                                .collect(Collectors.joining(", "));
    }
}

package heed.app.settings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.JwtRetrieverException;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/**
 * Asks for tokens as Kafka's own does, and says in words where there is none: which endpoint, and whether it refused.
 *
 * <p>Kafka makes one for each client, by its name.
 */
public final class TokenLogin extends OAuthBearerLoginCallbackHandler {

    /** Kafka says what the endpoint answered by its text alone. */
    private static final Pattern CODE = Pattern.compile("response code (\\d{3})\\b");

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVERS_FAULT = 500;

    private String endpoint = "the token endpoint";

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
        super.configure(configs, mechanism, entries);
        endpoint = String.valueOf(configs.get(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL));
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        try {
            super.handle(callbacks);
        } catch (KafkaException e) {
            throw none(e);
        }
        for (Callback each : callbacks) {
            if (each instanceof OAuthBearerTokenCallback asked && asked.errorCode() != null) {
                throw noToken();
            }
        }
    }

    /** Not with its cause, which has what the endpoint answered. */
    private NoTokenException none(KafkaException failure) {
        if (failure instanceof JwtRetrieverException) {
            return noToken();
        }
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        Matcher code = CODE.matcher(String.valueOf(deepest.getMessage()));
        if (!code.find()) {
            return NoTokenException.silent(endpoint + " does not answer: " + deepest);
        }
        int status = Integer.parseInt(code.group(1));
        return status >= SERVERS_FAULT || status == TOO_MANY || status == REQUEST_TIMEOUT
                ? NoTokenException.silent(endpoint + " answers with status " + status)
                : refused(status);
    }

    private NoTokenException refused(int status) {
        return NoTokenException.refused(
                switch (status) {
                    case 400, 401, 403 -> endpoint + " refuses its client id and secret, with status " + status;
                    default -> endpoint + " is no token endpoint, and answers with status " + status;
                });
    }

    private NoTokenException noToken() {
        return NoTokenException.refused(endpoint + " answers with something else than a token that is a JWT");
    }
}

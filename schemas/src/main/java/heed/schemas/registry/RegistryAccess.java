package heed.schemas.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** How a registry is shown who asks, and by which certificates it is trusted. It shows no secret, whoever prints it. */
public final class RegistryAccess {

    /** Shows nothing, and trusts what Java trusts. */
    public static final RegistryAccess NONE = new RegistryAccess("", "", Optional.empty());

    private static final String BASIC = "Basic";
    private static final String BEARER = "Bearer";

    private final String scheme;
    private final String secret;
    private final Optional<Path> certificates;

    private RegistryAccess(String scheme, String secret, Optional<Path> certificates) {
        this.scheme = scheme;
        this.secret = secret;
        this.certificates = certificates;
    }

    /** Shows a name and a password. */
    public static RegistryAccess basic(String user, String password) {
        return new RegistryAccess(BASIC, user + ":" + password, Optional.empty());
    }

    /** Shows a token. */
    public static RegistryAccess bearer(String token) {
        return new RegistryAccess(BEARER, token, Optional.empty());
    }

    /** Returns the same, trusting the certificates of a PEM file instead of those that Java trusts. */
    public RegistryAccess trusting(Path pem) {
        return new RegistryAccess(scheme, secret, Optional.of(pem));
    }

    /** Returns what the header {@code Authorization} says; nothing where there is none. */
    Optional<String> authorization() {
        return switch (scheme) {
            case BASIC ->
                Optional.of(BASIC + " " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            case BEARER -> Optional.of(BEARER + " " + secret);
            default -> Optional.empty();
        };
    }

    /** Returns the same in Confluent's settings of serializers. */
    public Map<String, String> confluent() {
        Map<String, String> settings = new HashMap<>();
        if (scheme.equals(BASIC)) {
            settings.put("basic.auth.credentials.source", "USER_INFO");
            settings.put("basic.auth.user.info", secret);
        } else if (scheme.equals(BEARER)) {
            settings.put("bearer.auth.credentials.source", "STATIC_TOKEN");
            settings.put("bearer.auth.token", secret);
        }
        certificates.ifPresent(pem -> {
            settings.put("schema.registry.ssl.truststore.type", "PEM");
            settings.put("schema.registry.ssl.truststore.location", pem.toString());
        });
        return settings;
    }

    /**
     * Returns what tells a registry's certificate from another's; nothing where Java's own does.
     *
     * @throws IllegalArgumentException where the file is no PEM file of certificates, in words
     */
    Optional<SSLContext> trust() {
        return certificates.map(RegistryAccess::context);
    }

    private static SSLContext context(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new GeneralSecurityException("there is no certificate in it");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each : all) {
                trusted.setCertificateEntry("registry-" + number++, each);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the registry's certificates can't be read from " + pem + " (" + e.getMessage()
                            + "); name a PEM file of them in registry-access.certificates",
                    e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryAccess that
                && scheme.equals(that.scheme)
                && secret.equals(that.secret)
                && certificates.equals(that.certificates);
    }

    @Override
    public int hashCode() {
        return scheme.hashCode() + certificates.hashCode();
    }

    @Override
    public String toString() {
        return (scheme.isEmpty() ? "nobody in particular" : scheme + " ****")
                + certificates.map(pem -> ", trusting " + pem).orElse("");
    }
}

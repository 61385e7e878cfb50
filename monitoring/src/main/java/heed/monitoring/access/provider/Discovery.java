package heed.monitoring.access.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider's addresses and keys, and finds them again when they change. However many people sign in, it is
 * asked now and then: what it said is good for a moment, and so is that it did not answer.
 */
final class Discovery {

    static final int LIMIT_MS = 5_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration GOOD_FOR = Duration.ofSeconds(20);
    private static final Duration AWAY_FOR = Duration.ofSeconds(3);
    private static final long KEYS_GOOD_FOR_MS = 5 * 60_000;
    private static final long BETWEEN_KEYS_MS = 10_000;

    private final ProviderSettings settings;
    private final Clock clock;
    private final DefaultResourceRetriever web = new DefaultResourceRetriever(LIMIT_MS, LIMIT_MS, MOST_BYTES);
    private @Nullable Found found;
    private @Nullable ProviderException away;
    private Instant awaySince = Instant.EPOCH;

    Discovery(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What the provider says of itself, and its keys. */
    record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    /** Returns what the provider says of itself, as of a moment ago. */
    synchronized Found now() throws ProviderException {
        Instant now = clock.instant();
        if (found != null && now.isBefore(found.at().plus(GOOD_FOR))) {
            return found;
        }
        if (away != null && now.isBefore(awaySince.plus(AWAY_FOR))) {
            throw away;
        }
        try {
            OIDCProviderMetadata metadata = fetch();
            found = new Found(metadata, keys(metadata.getJWKSetURI()), now);
            away = null;
            return found;
        } catch (ProviderException e) {
            away = e;
            awaySince = clock.instant();
            throw e;
        }
    }

    /** Keys that are known stay known, and how often they were asked for. */
    private JWKSource<SecurityContext> keys(URI url) throws ProviderException {
        if (found != null && found.metadata().getJWKSetURI().equals(url)) {
            return found.keys();
        }
        try {
            return JWKSourceBuilder.create(url.toURL(), web)
                    .cache(KEYS_GOOD_FOR_MS, 2L * LIMIT_MS)
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_KEYS_MS)
                    .build();
        } catch (IOException e) {
            throw away("names no address of its keys", e);
        }
    }

    private OIDCProviderMetadata fetch() throws ProviderException {
        URI url = URI.create(settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
        OIDCProviderMetadata metadata;
        try {
            metadata =
                    OIDCProviderMetadata.parse(web.retrieveResource(url.toURL()).getContent());
        } catch (IOException e) {
            throw away("does not answer at " + url, e);
        } catch (ParseException | IllegalArgumentException e) {
            throw away("does not answer at " + url + " as one of OpenID Connect does", e);
        }
        if (!metadata.getIssuer().getValue().equals(settings.issuer().toString())) {
            throw new ProviderException(
                    ProviderException.Kind.AWAY,
                    "The provider at " + url + " calls itself "
                            + metadata.getIssuer().getValue()
                            + ": set provider.issuer to that, letter by letter, if it is the right one");
        }
        Optional<URI> unsafe = Stream.of(
                        metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())
                .filter(each -> each == null || !ProviderSettings.isSafe(each))
                .map(each -> Objects.requireNonNullElse(each, URI.create("none")))
                .findFirst();
        if (unsafe.isPresent()) {
            throw new ProviderException(
                    ProviderException.Kind.AWAY,
                    "The provider at " + url + " names an address that others could listen to, or lacks one: "
                            + unsafe.get());
        }
        return metadata;
    }

    private ProviderException away(String what, Throwable cause) {
        return new ProviderException(
                ProviderException.Kind.AWAY,
                "The provider that provider.issuer names, " + settings.issuer() + ", " + what
                        + ". See that it runs, that this machine reaches it, and that Java trusts who issued its"
                        + " certificate",
                cause);
    }
}

package heed.monitoring.access.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks OpenID Connect with the provider: the authorisation code flow with PKCE. Believes what it signed with its
 * present keys, by one of the algorithms that settings allow, for this client, and lately.
 */
public final class Provider {

    /** Providers that are older than the rule write no type of token; what it must have inside tells it from others. */
    private static final boolean ANY_TYPE = false;

    private static final Duration LOGOUT_GOOD_FOR = Duration.ofMinutes(10);

    private final ProviderSettings settings;
    private final Clock clock;
    private final Issuer issuer;
    private final ClientID client;
    private final Discovery discovery;

    /** Takes how the provider is found; it is asked nothing before it has to be. */
    public Provider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.issuer = new Issuer(settings.issuer());
        this.client = new ClientID(settings.clientId());
        this.discovery = new Discovery(settings, clock);
    }

    ProviderSettings settings() {
        return settings;
    }

    /**
     * Looks whether the provider answers as one does with whom people can sign in here.
     *
     * @throws ProviderException which says what to do
     */
    public void check() throws ProviderException {
        algorithms(discovery.now());
    }

    /** What came of a code. */
    record Signed(IDTokenClaimsSet claims, String token) {}

    /** Returns where a browser has to go to sign in. */
    URI ask(Attempt attempt, URI back) throws ProviderException {
        var scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, client, back)
                .endpointURI(discovery.now().metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Returns what the provider says of whoever came back with {@code code}. */
    Signed fetch(AuthorizationCode code, Attempt attempt, URI back) throws ProviderException {
        Discovery.Found found = discovery.now();
        HTTPRequest request = new TokenRequest(
                        found.metadata().getTokenEndpointURI(),
                        authentication(found),
                        new AuthorizationCodeGrant(code, back, attempt.verifier()),
                        null)
                .toHTTPRequest();
        request.setConnectTimeout(Discovery.LIMIT_MS);
        request.setReadTimeout(Discovery.LIMIT_MS);
        request.setFollowRedirects(false);
        JWT token = token(send(request));
        var validator = new IDTokenValidator(issuer, client, keys(found), null);
        validator.setMaxClockSkew(seconds(settings.skew()));
        try {
            return new Signed(validator.validate(token, attempt.nonce()), token.serialize());
        } catch (KeySourceException e) {
            throw keysAway(e);
        } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw refused("what it signed is not for this, or not signed so", e);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws ProviderException {
        try {
            return request.send();
        } catch (IOException e) {
            throw new ProviderException(ProviderException.Kind.AWAY, "the provider takes no codes", e);
        }
    }

    private static JWT token(HTTPResponse answer) throws ProviderException {
        if (answer.getStatusCode() >= 500) {
            throw new ProviderException(ProviderException.Kind.AWAY, "the provider fails at taking a code");
        }
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                String code = String.valueOf(
                        response.toErrorResponse().getErrorObject().getCode());
                throw new ProviderException(
                        ProviderException.Kind.REFUSED,
                        "it takes no such code: " + (code.matches("[a-z_]{1,40}") ? code : "no reason"));
            }
            JWT token = response instanceof OIDCTokenResponse success
                    ? success.getOIDCTokens().getIDToken()
                    : null;
            if (token == null) {
                throw new ProviderException(ProviderException.Kind.REFUSED, "it signed nothing");
            }
            return token;
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("it does not answer a code as a provider does", e);
        }
    }

    private ClientAuthentication authentication(Discovery.Found found) {
        var secret = new Secret(settings.secret().value());
        List<ClientAuthenticationMethod> methods = found.metadata().getTokenEndpointAuthMethods();
        return methods != null
                        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }

    /** Returns of whom the provider says that they are no longer signed in there. */
    LogoutTokenClaimsSet loggedOut(String text) throws ProviderException {
        var validator = new LogoutTokenValidator(issuer, client, ANY_TYPE, keys(discovery.now()), null);
        try {
            LogoutTokenClaimsSet claims = validator.validate(JWTParser.parse(text));
            requireLately(claims);
            return claims;
        } catch (KeySourceException e) {
            throw keysAway(e);
        } catch (java.text.ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw refused("it is no logout token of the provider's", e);
        }
    }

    private void requireLately(LogoutTokenClaimsSet claims) throws ProviderException {
        Instant now = clock.instant();
        Instant issued = claims.getIssueTime().toInstant();
        boolean expired = claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().plus(settings.skew()).isBefore(now);
        if (expired
                || issued.isAfter(now.plus(settings.skew()))
                || issued.isBefore(now.minus(LOGOUT_GOOD_FOR).minus(settings.skew()))) {
            throw new ProviderException(ProviderException.Kind.REFUSED, "the logout token is not of now");
        }
    }

    /** Returns where a browser has to go to sign out there too; nothing where the provider has no such address. */
    Optional<URI> leave(Optional<String> hint, URI back) {
        try {
            URI end = discovery.now().metadata().getEndSessionEndpointURI();
            return end == null || !ProviderSettings.isSafe(end)
                    ? Optional.empty()
                    : Optional.of(new LogoutRequest(end, parsed(hint), null, client, back, null, null).toURI());
        } catch (ProviderException e) {
            return Optional.empty();
        }
    }

    private static @Nullable JWT parsed(Optional<String> hint) {
        try {
            return hint.isPresent() ? JWTParser.parse(hint.get()) : null;
        } catch (java.text.ParseException e) {
            return null;
        }
    }

    private JWSVerificationKeySelector<SecurityContext> keys(Discovery.Found found) throws ProviderException {
        return new JWSVerificationKeySelector<>(algorithms(found), found.keys());
    }

    private Set<JWSAlgorithm> algorithms(Discovery.Found found) throws ProviderException {
        List<JWSAlgorithm> signed = found.metadata().getIDTokenJWSAlgs();
        Set<JWSAlgorithm> both = settings.algorithms().stream()
                .map(JWSAlgorithm::parse)
                .filter(each -> signed == null || signed.contains(each))
                .collect(Collectors.toSet());
        if (both.isEmpty()) {
            throw new ProviderException(
                    ProviderException.Kind.AWAY,
                    "The provider " + settings.issuer() + " signs by none of " + settings.algorithms()
                            + ": set provider.algorithms to one of " + signed + " that is allowed there");
        }
        return both;
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private static ProviderException keysAway(Throwable cause) {
        return new ProviderException(ProviderException.Kind.AWAY, "the provider's keys can't be fetched", cause);
    }

    /** Its message may repeat what came, so that it is no cause: only its kind is said. */
    private static ProviderException refused(String what, Exception why) {
        return new ProviderException(
                ProviderException.Kind.REFUSED, what + " (" + why.getClass().getSimpleName() + ")");
    }
}

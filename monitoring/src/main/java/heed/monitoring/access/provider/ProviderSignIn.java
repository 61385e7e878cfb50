package heed.monitoring.access.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import heed.monitoring.access.Sealing;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.Vouched;
import heed.monitoring.access.VouchedPeople;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers to the provider, and lets in whoever comes back with what it signed for that very attempt. */
public final class ProviderSignIn {

    /** How long somebody may take at the provider. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Provider provider;
    private final VouchedPeople admission;
    private final Sealing cookies;
    private final Clock clock;
    private final URI back;
    private final UsedStates used = new UsedStates(LONGEST);

    /**
     * Takes the provider, who lets people in, and the wall clock.
     *
     * @param back the path that the provider sends browsers back to
     */
    public ProviderSignIn(Provider provider, VouchedPeople admission, SecureRandom random, Clock clock, String back) {
        this.provider = provider;
        this.admission = admission;
        // Every instance knows the secret: a browser may come back to another one.
        this.cookies = new Sealing("attempt", provider.settings().secret().value(), random);
        this.clock = clock;
        this.back = provider.settings().at(back);
    }

    /**
     * Where a browser is to go, and what it is to bring back.
     *
     * @param cookie says nothing to anybody, the browser included
     */
    public record Sent(URI address, String cookie) {}

    /** Says what came of an attempt. */
    public sealed interface Outcome {

        /** Somebody was let in: what the browser is to show, and where to go on to. */
        record LetIn(String token, String to) implements Outcome {}

        /** The provider says who it is, and nothing that they may here, or they are locked out. */
        record Denied() implements Outcome {}

        /** What came back is nothing that is believed. */
        record Refused() implements Outcome {}

        /** The provider does not answer. */
        record Away() implements Outcome {}
    }

    /** Returns where a browser is to go to sign in; nothing where the provider does not answer. */
    public Optional<Sent> begin(String to) {
        Attempt attempt = Attempt.begin(clock.instant().plus(LONGEST), to);
        try {
            return Optional.of(new Sent(provider.ask(attempt, back), cookies.seal(attempt.text())));
        } catch (ProviderException e) {
            log.warn("nobody can sign in: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Returns what came of an attempt.
     *
     * @param parameters what the provider sent along with the browser
     * @param cookie what the browser brings of what it was given
     * @throws Sessions.NotKeptException where somebody was let in and that is not known to be kept
     */
    public Outcome finish(Map<String, List<String>> parameters, Optional<String> cookie)
            throws Sessions.NotKeptException, InterruptedException {
        try {
            Attempt attempt = attempt(cookie);
            Provider.Signed signed = provider.fetch(code(parameters, attempt), attempt, back);
            return let(signed, attempt.to());
        } catch (ProviderException e) {
            log.info("a sign-in ended otherwise={} because {}", e.kind(), e.getMessage());
            return e.kind() == ProviderException.Kind.AWAY ? new Outcome.Away() : new Outcome.Refused();
        }
    }

    private Attempt attempt(Optional<String> cookie) throws ProviderException {
        Attempt attempt = cookie.flatMap(cookies::open)
                .flatMap(Attempt::parse)
                .orElseThrow(() -> refused("this browser began none"));
        if (!clock.instant().isBefore(attempt.until())) {
            throw refused("it took too long");
        }
        return attempt;
    }

    private AuthorizationCode code(Map<String, List<String>> parameters, Attempt attempt) throws ProviderException {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(back, parameters);
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("it is no answer");
        }
        if (!attempt.state().equals(response.getState())) {
            throw refused("it answers another attempt");
        }
        if (response.getIssuer() != null
                && !response.getIssuer()
                        .getValue()
                        .equals(provider.settings().issuer().toString())) {
            throw refused("another provider answers");
        }
        if (!response.indicatesSuccess()) {
            throw refused("the provider let nobody in");
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw refused("it has no code");
        }
        if (!used.first(attempt.state().getValue(), clock.instant())) {
            throw refused("it came before");
        }
        return code;
    }

    private Outcome let(Provider.Signed signed, String to)
            throws ProviderException, Sessions.NotKeptException, InterruptedException {
        IDTokenClaimsSet claims = signed.claims();
        var by = new Vouched(
                provider.settings().issuer().toString(),
                Optional.of(claims.getSubject().getValue()),
                Optional.ofNullable(claims.getSessionID()).map(sid -> sid.getValue()));
        Optional<ClaimMapping.Granted> granted = provider.settings().mapping().of(said(claims));
        if (granted.isEmpty()) {
            admission.bar(by);
            log.info("a sign-in was denied: the provider gives no rights here");
            return new Outcome.Denied();
        }
        return admission
                .admit(
                        by,
                        granted.get().role(),
                        granted.get().places(),
                        granted.get().called(),
                        signed.token())
                .<Outcome>map(token -> new Outcome.LetIn(token, to))
                .orElseGet(Outcome.Denied::new);
    }

    private static Map<String, Object> said(IDTokenClaimsSet claims) throws ProviderException {
        try {
            return claims.toJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw refused("it says nothing that can be read");
        }
    }

    /**
     * Ends the sessions of which the provider says that they are over there.
     *
     * @return whether it was the provider who said so
     * @throws Sessions.NotKeptException where they are not known to have ended
     */
    public boolean end(String logoutToken) throws Sessions.NotKeptException, InterruptedException {
        try {
            LogoutTokenClaimsSet claims = provider.loggedOut(logoutToken);
            admission.end(new Vouched(
                    provider.settings().issuer().toString(),
                    Optional.ofNullable(claims.getSubject()).map(subject -> subject.getValue()),
                    Optional.ofNullable(claims.getSessionID()).map(sid -> sid.getValue())));
            return true;
        } catch (ProviderException e) {
            log.info("a logout was not believed={} because {}", e.kind(), e.getMessage());
            return false;
        }
    }

    /**
     * Returns where whoever shows {@code token} signs out at the provider too.
     *
     * @param after the path that the provider sends browsers back to
     */
    public Optional<URI> leave(String token, String after) {
        return provider.leave(admission.hint(token), provider.settings().at(after));
    }

    private static ProviderException refused(String why) {
        return new ProviderException(ProviderException.Kind.REFUSED, why);
    }
}

package heed.monitoring.access.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import heed.monitoring.web.FormBody;
import heed.schemas.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Is a provider of OpenID Connect that says and signs what a test tells it to. */
public final class ProviderFixture implements AutoCloseable {

    public static final String CLIENT = "heed";
    public static final String SECRET = "between-the-two-of-us";

    private final HttpServer server;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey("first");
    private volatile String issuerSaid;

    /** A code, what it was asked for with, and what is given for it. */
    private record Given(String challenge, String token) {}

    public ProviderFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuerSaid = issuer().toString();
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Calls itself something else from now on. */
    public void callItself(String issuer) {
        issuerSaid = issuer;
    }

    /** Signs with another key from now on. */
    public void rotate() {
        key = newKey(UUID.randomUUID().toString());
    }

    public ProviderSettings settings(URI page) {
        return new ProviderSettings(
                issuer(),
                CLIENT,
                new ProviderSettings.ClientSecret(SECRET),
                List.of("profile"),
                List.of("RS256"),
                Duration.ofSeconds(30),
                page,
                new ClaimMapping(
                        "roles",
                        List.of(
                                new ClaimMapping.Meaning("heed-lead", Role.LEAD),
                                new ClaimMapping.Meaning("heed-engineer", Role.ENGINEER)),
                        "hospitals",
                        "units",
                        "name",
                        "preferred_username"));
    }

    private void discovery(HttpExchange exchange) throws IOException {
        String own = issuer().toString();
        answer(
                exchange,
                200,
                """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/keys", "end_session_endpoint": "%s/leave", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256", "HS256"]}
                """
                        .formatted(issuerSaid, own, own, own, own));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                FormBody.fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Given given = codes.remove(sent.getOrDefault("code", ""));
        boolean right = given != null
                && client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && given.challenge()
                        .equals(CodeChallenge.compute(
                                        CodeChallengeMethod.S256,
                                        new CodeVerifier(sent.getOrDefault("code_verifier", "")))
                                .getValue());
        answer(
                exchange,
                right ? 200 : 400,
                right
                        ? "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + given.token()
                                + "\"}"
                        : "{\"error\": \"invalid_grant\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Returns a code for which {@code token} is given to whoever began with that challenge. */
    public String code(String challenge, String token) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Given(challenge, token));
        return code;
    }

    /** Returns what is said of Dr Price, who leads SIM-A. */
    public JWTClaimsSet.Builder price(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject("price-0001")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("sid", "there-1")
                .claim("name", "Dr Price")
                .claim("preferred_username", "m.price")
                .claim("roles", List.of("something", "heed-lead"))
                .claim("hospitals", List.of("SIM-A"));
    }

    /** Returns the same as the provider tells it. */
    public String signedPrice(String nonce) throws JOSEException {
        return signed(price(nonce).build());
    }

    /** Returns that Dr Price is signed out there, or what a test makes of that. */
    public String loggedOut(UnaryOperator<JWTClaimsSet.Builder> changed) throws JOSEException {
        Instant now = Instant.now();
        return signed(changed.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .audience(CLIENT)
                        .subject("price-0001")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", "there-1")
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())))
                .build());
    }

    public String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    /** Returns claims signed with a key of somebody else's, by the id of the provider's own. */
    public String signedByAnother(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, newKey(key.getKeyID()));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** Returns claims signed with the client's secret, by which whoever knows it could sign. */
    public static String signedWithTheSecret(JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8)));
        return jwt.serialize();
    }

    public static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

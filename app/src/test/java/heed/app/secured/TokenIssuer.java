package heed.app.secured;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Gives programs tokens for their secrets, signed with a key that it publishes: what of OpenID Connect Kafka asks. */
final class TokenIssuer implements AutoCloseable {

    static final String AUDIENCE = "kafka";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, String> secrets;
    private final KeyPair keys;
    private final HttpServer server;

    private TokenIssuer(Map<String, String> secrets, KeyPair keys, HttpServer server) {
        this.secrets = secrets;
        this.keys = keys;
        this.server = server;
    }

    /** Starts one that knows these programs by these secrets. */
    static TokenIssuer start(Map<String, String> secrets) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = new TokenIssuer(secrets, generator.generateKeyPair(), server);
        server.createContext("/token", exchange -> issuer.answer(exchange, issuer.token(exchange)));
        server.createContext("/keys", exchange -> issuer.answer(exchange, issuer.published()));
        server.start();
        return issuer;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String tokens() {
        return address() + "/token";
    }

    String keys() {
        return address() + "/keys";
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(json.contains("\"error\"") ? 401 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String token(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization").replaceFirst("^Basic ", "");
        String[] client = new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8).split(":", 2);
        if (!client[1].equals(secrets.get(client[0]))) {
            return "{\"error\":\"invalid_client\"}";
        }
        return "{\"access_token\":\"" + signed(client[0]) + "\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    }

    private String signed(String subject) {
        long now = Instant.now().getEpochSecond();
        String said = encoded("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"iss\":\"" + address() + "\",\"sub\":\"" + subject + "\",\"aud\":\"" + AUDIENCE
                        + "\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(said.getBytes(StandardCharsets.UTF_8));
            return said + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs so", e);
        }
    }

    private String published() {
        var key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\""
                + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
